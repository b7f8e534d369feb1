//@ title: a factor taken out of a maximum
//@ from: GCC bugzilla PR middle-end/111151 (extract_muldiv on MIN_EXPR and MAX_EXPR with wrapping multiplication)
// max(a, b) * 2 is not max(a * 2, b * 2) where a product wraps: for 128 and 1 they are 0 and 2.
// Where no product wraps it is.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn small: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: u8, b: u8) -> u8 {
    #[cfg(base)]
    let r = a.max(b).wrapping_mul(2);
    #[cfg(opt)]
    let r = a.wrapping_mul(2).max(b.wrapping_mul(2));
    r
}

pub fn small(a: u8, b: u8) -> u8 {
    litmus::assume(a < 128 && b < 128);
    #[cfg(base)]
    let r = a.max(b).wrapping_mul(2);
    #[cfg(opt)]
    let r = a.wrapping_mul(2).max(b.wrapping_mul(2));
    r
}
