//@ title: trailing zeros as a population count
//@ from: Hacker's Delight, section 5-4
// The bits of !x & (x - 1) are the trailing zeros, also for zero. Those of x ^ (x - 1) are one more
// (f(1) would be 1), except for zero.
//@ check fn f16: base => opt [alloc]: sound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f16: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f16(x: u16) -> u32 {
    #[cfg(base)]
    let r = x.trailing_zeros();
    #[cfg(opt)]
    let r = (!x & x.wrapping_sub(1)).count_ones();
    #[cfg(bad)]
    let r = (x ^ x.wrapping_sub(1)).count_ones();
    r
}

pub fn f32(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.trailing_zeros();
    #[cfg(not(base))]
    let r = 32 - (x | x.wrapping_neg()).count_ones();
    r
}
