//@ title: signed division by a power of two needs a bias
//@ from: Hacker's Delight, section 10-1
// `/` rounds to zero, the arithmetic shift rounds down. Adding 7 to the negative ones first makes up for
// it. Without the bias -1 / 8 is 0 and -1 >> 3 is -1.
//@ check fn f8: base => opt [alloc]: sound
//@ check fn f8: base => bad [alloc]: unsound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
//@ check fn f16: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f8(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / 8;
    #[cfg(opt)]
    let r = x.wrapping_add((x >> 7) & 7) >> 3;
    #[cfg(bad)]
    let r = x >> 3;
    r
}

pub fn f32(x: i32) -> i32 {
    #[cfg(base)]
    let r = x / 8;
    #[cfg(opt)]
    let r = x.wrapping_add((x >> 31) & 7) >> 3;
    #[cfg(bad)]
    let r = x >> 3;
    r
}

pub fn f16(x: i16) -> i16 {
    #[cfg(base)]
    let r = x / 64;
    #[cfg(not(base))]
    let r = x.wrapping_add(((x >> 15) as u16 >> 10) as i16) >> 6;
    r
}
