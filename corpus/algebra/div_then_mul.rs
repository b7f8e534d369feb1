//@ title: x / 4 * 4 clears the low bits, for unsigned x
//@ from: Hacker's Delight, section 3-1
// It is not x (5 / 4 * 4 is 4). For signed x it rounds to zero and the mask rounds down: -1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn signed: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u32) -> u32 {
    #[cfg(base)]
    let r = x / 4 * 4;
    #[cfg(opt)]
    let r = x & !3;
    #[cfg(bad)]
    let r = x;
    r
}

pub fn signed(x: i32) -> i32 {
    #[cfg(base)]
    let r = x / 4 * 4;
    #[cfg(not(base))]
    let r = x & !3;
    r
}
