//@ title: printing the address of another object with the same shape
//@ from: derived; refinement chooses the source's layout
// If only one address is ever seen, nobody can tell whose it is: the source could have put `x` where the
// target has `y`.
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    let x = 1u32;
    let y = 2u32;
    #[cfg(base)]
    println!("{}", (&raw const x).addr());
    #[cfg(opt)]
    println!("{}", (&raw const y).addr());
    let _ = (x, y);
}
