//@ title: `x + 1 > x` is not always true in Rust
//@ from: Rust Reference, "Overflow"; compare C's undefined signed overflow
// Overflow panics, and the panic is part of the program. With `unchecked_add` it is UB, and the fold is
// right.
//@ expect base: prints "true\n" then panics /attempt to add with overflow/
//@ check base => opt: unsound /prints "true\\ntrue/
//@ check unchecked => opt: sound

fn greater(x: i32) -> bool {
    #[cfg(base)]
    return x + 1 > x;
    #[cfg(unchecked)]
    return unsafe { x.unchecked_add(1) } > x;
    #[cfg(opt)]
    return { let _ = x; true };
}

fn main() {
    println!("{}", greater(0));
    println!("{}", greater(i32::MAX));
}
