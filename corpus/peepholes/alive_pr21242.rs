//@ title: a product with the smallest number as a shift with its flag (PR21242)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR21242; poison there is immediate UB here
// 1 * -128 does not overflow, 1 << 7 leaves the signed range. For 64 the flag may stay.
//@ check fn f: base => bad [alloc]: unsound /assume/
//@ check fn small: base => bad [alloc]: sound
#![crate_type = "lib"]

fn shl_nsw(x: i8, n: u32) -> i8 {
    let r = x << n;
    unsafe { core::hint::assert_unchecked(r >> n == x) };
    r
}

pub fn f(x: i8) -> i8 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(-128) };
    #[cfg(bad)]
    let r = shl_nsw(x, 7);
    r
}

pub fn small(x: i8) -> i8 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(64) };
    #[cfg(bad)]
    let r = shl_nsw(x, 6);
    r
}
