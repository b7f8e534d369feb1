//@ title: a division by two constants is one by their product
//@ from: LLVM, InstCombine; Alive (PLDI 2015) lists the wrong form as PR21243
// Right as long as the product fits. 20 * 13 does not fit in eight bits, so the quotient is always 0. A
// product that wraps to 4 makes 4 / 20 / 13 one.
//@ check fn f: base => opt [alloc]: sound
//@ check fn big: base => zero [alloc]: sound
//@ check fn big: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = x / 5 / 7;
    #[cfg(not(base))]
    let r = x / 35;
    r
}

pub fn big(x: u8) -> u8 {
    #[cfg(base)]
    let r = x / 20 / 13;
    #[cfg(zero)]
    let r = 0 & x;
    #[cfg(any(opt, bad))]
    let r = x / 20u8.wrapping_mul(13);
    r
}
