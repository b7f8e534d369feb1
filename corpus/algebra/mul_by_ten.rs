//@ title: ten times a number is two shifts and an addition
//@ from: Hacker's Delight, section 8-4
// 10 x = 8 x + 2 x modulo any power of two. With the wrong shift amount it is 12 x: already 1 shows it.
//@ check fn f16: base => opt [alloc]: sound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f16(x: u16) -> u16 {
    #[cfg(base)]
    let r = x.wrapping_mul(10);
    #[cfg(not(base))]
    let r = (x << 3).wrapping_add(x << 1);
    r
}

pub fn f32(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.wrapping_mul(10);
    #[cfg(opt)]
    let r = (x << 3).wrapping_add(x << 1);
    #[cfg(bad)]
    let r = (x << 3).wrapping_add(x << 2);
    r
}
