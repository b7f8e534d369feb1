//@ title: the bounds of an overflow test are swapped for a factor that looks negative
//@ from: GCC bugzilla PR tree-optimization/105984 (match.pd, __builtin_mul_overflow_p)
// 254 as a byte has its top bit set, but as a factor it is positive. With the bounds swapped every x
// counts as an overflow: 0.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i16) -> bool {
    let (lo, hi) = (i16::MIN / 254, i16::MAX / 254);
    #[cfg(base)]
    let r = x.checked_mul(254).is_none();
    #[cfg(bad)]
    let r = x > lo || x < hi;
    #[cfg(fixed)]
    let r = x > hi || x < lo;
    r
}
