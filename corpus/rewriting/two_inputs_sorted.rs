//@ title: two unknown inputs are printed in order
//@ from: folklore
// Minimum and maximum, or a swap under a condition. With the comparison the wrong way round 1, 2 comes
// out as 2, 1.
//@ check base => opt [alloc]: sound
//@ check base => bad [alloc]: unsound

fn main() {
    let x: i16 = litmus::any();
    let y: i16 = litmus::any();
    #[cfg(base)]
    let (a, b) = (x.min(y), x.max(y));
    #[cfg(opt)]
    let (a, b) = if y < x { (y, x) } else { (x, y) };
    #[cfg(bad)]
    let (a, b) = if x < y { (y, x) } else { (x, y) };
    println!("{} {}", a, b);
}
