//@ title: folding the comparison is right when nothing else looks
//@ from: derived from catalogue P10
// If no other observation can contradict it, the compiler may decide where the objects go, and it
// decides that they are not neighbours. Layout is the implementation's choice.
//@ expect base: prints "false\n" | prints "true\n"
//@ check base => never: sound
//@ check base => always: sound
//@ check never => base: unsound /prints "true/

fn main() {
    let mut x = 0u8;
    let mut y = 0u8;
    let w = (&raw mut x).wrapping_add(1);
    let q = &raw mut y;
    #[cfg(base)]
    println!("{}", w == q);
    #[cfg(never)]
    println!("{}", { let _ = (w, q); false });
    #[cfg(always)]
    println!("{}", { let _ = (w, q); true });
}
