//@ title: two divisions whose product overflows give zero (PR21243)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR21243
// 16 * 8 overflows an i8, but -128 / 16 / 8 is -1. If the product is not just the negated smallest number
// it is right: 16 * 9.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn far: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / 16 / 8;
    #[cfg(bad)]
    let r = 0 & x;
    r
}

pub fn far(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / 16 / 9;
    #[cfg(bad)]
    let r = 0 & x;
    r
}
