//@ title: minimum and maximum of two numbers are the two numbers
//@ from: folklore; LLVM, InstCombine
// The sum of both is x + y, wrapping or not. The two halves of a clamp commute only if the bounds are in
// order: with the bounds 3 and 2 one order gives 2 and the other 3.
//@ check fn sum: base => opt [alloc]: sound
//@ check fn plain_sum: base => opt [alloc]: sound
//@ check fn clamp: base => opt [alloc]: unsound
//@ check fn clamp_ordered: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn sum(x: i64, y: i64) -> i64 {
    #[cfg(base)]
    let r = x.min(y).wrapping_add(x.max(y));
    #[cfg(opt)]
    let r = x.wrapping_add(y);
    r
}

pub fn plain_sum(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let r = x.min(y) + x.max(y);
    #[cfg(opt)]
    let r = x + y;
    r
}

pub fn clamp(x: u8, lo: u8, hi: u8) -> u8 {
    #[cfg(base)]
    let r = x.max(lo).min(hi);
    #[cfg(opt)]
    let r = x.min(hi).max(lo);
    r
}

pub fn clamp_ordered(x: u8, lo: u8, hi: u8) -> u8 {
    litmus::assume(lo <= hi);
    #[cfg(base)]
    let r = x.max(lo).min(hi);
    #[cfg(opt)]
    let r = x.min(hi).max(lo);
    r
}
