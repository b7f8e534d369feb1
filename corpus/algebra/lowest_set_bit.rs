//@ title: the lowest set bit
//@ from: Hacker's Delight, section 2-1
// x & -x, x ^ (x & (x - 1)) and 1 << trailing_zeros agree, but the shift panics for zero: the amount is
// the whole width.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
//@ check fn f: base => guarded [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32) -> u32 {
    #[cfg(base)]
    let r = x & x.wrapping_neg();
    #[cfg(opt)]
    let r = x ^ (x & x.wrapping_sub(1));
    #[cfg(bad)]
    let r = 1 << x.trailing_zeros();
    #[cfg(guarded)]
    let r = if x == 0 { 0 } else { 1 << x.trailing_zeros() };
    r
}
