//@ title: the sign of a number without a branch
//@ from: Hacker's Delight, section 2-8; Bit Twiddling Hacks, "Compute the sign of an integer"
// (x >> 31) | (-x >>> 31), or a difference of comparisons. Without the second part 5 has the sign 0.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => compare [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i32) -> i32 {
    #[cfg(base)]
    let r = x.signum();
    #[cfg(opt)]
    let r = (x >> 31) | (x.wrapping_neg() as u32 >> 31) as i32;
    #[cfg(compare)]
    let r = (x > 0) as i32 - (x < 0) as i32;
    #[cfg(bad)]
    let r = x >> 31;
    r
}
