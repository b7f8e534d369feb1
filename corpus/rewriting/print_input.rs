//@ title: a whole program with an unknown input
//@ from: folklore
// The printed line is the same for all inputs, or it is not: 128.
//@ check base => opt [alloc]: sound
//@ check base => bad [alloc]: unsound

fn main() {
    let x: u8 = litmus::any();
    #[cfg(base)]
    let y = x.wrapping_mul(2) >> 1;
    #[cfg(opt)]
    let y = x & 127;
    #[cfg(bad)]
    let y = x;
    println!("{}", y);
}
