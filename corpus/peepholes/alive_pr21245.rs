//@ title: a shift cancelled against a signed divisor (PR21245)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR21245; the flag of the shift as a promise
// -128 / (1 << 7) is 1 as signed numbers, so -1 << 7 divided by -128 would be -1 / 1. It is 1. With a
// shift by less than 7 it is right.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn small: base => bad [alloc]: sound
#![crate_type = "lib"]

fn shl_nsw(x: i8, n: u32) -> i8 {
    let r = x << n;
    unsafe { core::hint::assert_unchecked(r >> n == x) };
    r
}

pub fn f(x: i8) -> i8 {
    #[cfg(base)]
    let r = shl_nsw(x, 7) / -128;
    #[cfg(bad)]
    let r = x / (-128 / (1i8 << 7));
    r
}

pub fn small(x: i8) -> i8 {
    #[cfg(base)]
    let r = shl_nsw(x, 3) / 40;
    #[cfg(bad)]
    let r = x / (40 / (1i8 << 3));
    r
}
