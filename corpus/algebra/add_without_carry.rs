//@ title: addition as exclusive or and carries
//@ from: Hacker's Delight, section 2-2
// x + y = (x ^ y) + 2 (x & y) = (x | y) + (x & y), at every width. Without the factor two 1 + 1 is 1.
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => other [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
//@ check fn f128: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f32(x: u32, y: u32) -> u32 {
    #[cfg(base)]
    let r = x.wrapping_add(y);
    #[cfg(opt)]
    let r = (x ^ y).wrapping_add((x & y) << 1);
    #[cfg(other)]
    let r = (x | y).wrapping_add(x & y);
    #[cfg(bad)]
    let r = (x ^ y).wrapping_add(x & y);
    r
}

pub fn f128(x: u128, y: u128) -> u128 {
    #[cfg(base)]
    let r = x.wrapping_add(y);
    #[cfg(not(base))]
    let r = (x ^ y).wrapping_add((x & y) << 1);
    r
}
