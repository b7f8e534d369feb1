//@ title: a rotation from two shifts, amounts masked
//@ from: Hacker's Delight, section 2-15; John Regehr, "Safe, Efficient, and Portable Rotate in C/C++"
// With both amounts masked every n is right, also 0 and 32. Unmasked, the opposite shift is by the whole
// width for n = 0: it panics, and is undefined if unchecked.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
//@ check fn f: base => worse [alloc]: unsound /arithmetic/
//@ check fn g: base => opt [alloc]: sound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32, n: u32) -> u32 {
    litmus::assume(n <= 32);
    #[cfg(base)]
    let r = x.rotate_left(n);
    #[cfg(opt)]
    let r = x << (n & 31) | x >> (n.wrapping_neg() & 31);
    #[cfg(bad)]
    let r = if n == 32 { x } else { x << n | x >> (32 - n) };
    #[cfg(worse)]
    let r = unsafe { x << (n & 31) | x.unchecked_shr(32 - n) };
    r
}

pub fn g(x: u32, n: u32) -> u32 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_shl(n) | x.unchecked_shr(32u32.wrapping_sub(n)) };
    #[cfg(not(base))]
    let r = x.rotate_left(n);
    r
}

pub fn f64(x: u64, n: u32) -> u64 {
    #[cfg(base)]
    let r = x.rotate_right(n);
    #[cfg(not(base))]
    let r = x >> (n & 63) | x << (n.wrapping_neg() & 63);
    r
}
