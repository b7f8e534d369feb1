//@ title: a choice by a mask made from a bool
//@ from: Bit Twiddling Hacks, "Conditionally set or clear bits without branching"
// -(c as T) is all ones or zero. With the bool itself as the mask only one bit gets through: f(true, 2, 0).
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => merge [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(c: bool, x: u32, y: u32) -> u32 {
    let m = (c as u32).wrapping_neg();
    #[cfg(base)]
    let r = if c { x } else { y };
    #[cfg(opt)]
    let r = (x & m) | (y & !m);
    #[cfg(merge)]
    let r = y ^ ((x ^ y) & m);
    #[cfg(bad)]
    let r = (x & c as u32) | (y & !(c as u32));
    r
}
