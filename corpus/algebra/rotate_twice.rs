//@ title: rotation amounts add up modulo the width
//@ from: Hacker's Delight, section 2-15
// Two rotations are one. Two shifts are not one rotation, and not one shift either once bits are lost: a
// shift left by 4 and right by 4 drops the high bits of 0xF0.
//@ check fn rotate: base => opt [alloc]: sound
//@ check fn shift: base => opt [alloc]: unsound
//@ check fn shift: base => mask [alloc]: sound
#![crate_type = "lib"]

pub fn rotate(x: u8, a: u8, b: u8) -> u8 {
    #[cfg(base)]
    let r = x.rotate_left(a as u32).rotate_left(b as u32);
    #[cfg(not(base))]
    let r = x.rotate_left(a as u32 + b as u32);
    r
}

pub fn shift(x: u8) -> u8 {
    #[cfg(base)]
    let r = x << 4 >> 4;
    #[cfg(opt)]
    let r = x;
    #[cfg(mask)]
    let r = x & 15;
    r
}
