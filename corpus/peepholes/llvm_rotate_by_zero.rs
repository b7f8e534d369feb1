//@ title: the rotation idiom is guarded against zero, its replacement may not undo that
//@ from: folklore; llvm/llvm-project issue 63064 has this source function (what is said of the result there is disputed)
// if b == 0 { a } else { a >> (32 - b) | a << b } is a rotation to the left. To the right it is another
// function: a = 1, b = 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: u32, b: u32) -> u32 {
    litmus::assume(b < 32);
    #[cfg(base)]
    let r = if b == 0 { a } else { a >> (32 - b) | a << b };
    #[cfg(opt)]
    let r = a.rotate_left(b);
    #[cfg(bad)]
    let r = a.rotate_right(b);
    r
}
