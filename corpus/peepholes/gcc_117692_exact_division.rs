//@ title: a factor moves into the quotient of an exact division
//@ from: GCC bugzilla PR tree-optimization/117692 (match.pd, ((X /[ex] C1) +- C2) * (C1 * C3))
// (x / 4 - 8) * 8 is x * 2 - 64. For x = 64 the first stays small and x * 2 is 128, too large for an i8.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8) -> i8 {
    unsafe { core::hint::assert_unchecked(x % 4 == 0) };
    #[cfg(base)]
    let r = unsafe { (x / 4).unchecked_sub(8).unchecked_mul(8) };
    #[cfg(bad)]
    let r = unsafe { x.unchecked_mul(2).unchecked_sub(64) };
    #[cfg(fixed)]
    let r = x.wrapping_mul(2).wrapping_sub(64);
    r
}
