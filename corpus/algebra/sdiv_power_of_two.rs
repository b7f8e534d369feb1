//@ title: signed division by a power of two needs a bias
//@ from: Hacker's Delight, section 10-1
// `/` rounds to zero, the arithmetic shift rounds down. Adding 7 to the negative ones first makes up for
// it. Without the bias -1 / 8 is 0 and -1 >> 3 is -1.
//@ check fn f8: base => opt [alloc]: sound
//@ check fn f8: base => bad [alloc]: unsound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
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

pub fn f64(x: i64) -> i64 {
    #[cfg(base)]
    let r = x / 1024;
    #[cfg(not(base))]
    let r = x.wrapping_add(((x >> 63) as u64 >> 54) as i64) >> 10;
    r
}
