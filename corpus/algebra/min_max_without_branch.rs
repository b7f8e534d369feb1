//@ title: minimum and maximum without a branch
//@ from: Bit Twiddling Hacks, "Compute the minimum (min) or maximum (max) of two integers without branching"; Hacker's Delight, section 2-19
// y ^ ((x ^ y) & -(x < y)). The version with the sign of the difference needs a difference that does not
// overflow: for -128 and 1 it takes 1 for the minimum.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
//@ check fn near: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8, y: i8) -> i8 {
    #[cfg(base)]
    let r = x.min(y);
    #[cfg(opt)]
    let r = y ^ ((x ^ y) & -((x < y) as i8));
    #[cfg(bad)]
    let r = {
        let d = x.wrapping_sub(y);
        y.wrapping_add(d & (d >> 7))
    };
    r
}

pub fn f64(x: u64, y: u64) -> u64 {
    #[cfg(base)]
    let r = x.max(y);
    #[cfg(not(base))]
    let r = x ^ ((x ^ y) & ((x < y) as u64).wrapping_neg());
    r
}

pub fn near(x: i32, y: i32) -> i32 {
    litmus::assume(x >= -1000 && x <= 1000 && y >= -1000 && y <= 1000);
    #[cfg(base)]
    let r = x.min(y);
    #[cfg(not(base))]
    let r = y + ((x - y) & ((x - y) >> 31));
    r
}
