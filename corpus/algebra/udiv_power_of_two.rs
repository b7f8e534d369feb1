//@ title: unsigned division and remainder by a power of two
//@ from: Hacker's Delight, chapter 10, introduction
// A shift and a mask, at every width. The mask of the remainder is one less than the divisor: with the
// divisor itself 8 % 8 would be 8.
//@ check fn div: base => opt [alloc]: sound
//@ check fn div128: base => opt [alloc]: sound
//@ check fn rem: base => opt [alloc]: sound
//@ check fn rem: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn div(x: u32) -> u32 {
    #[cfg(base)]
    let r = x / 16;
    #[cfg(not(base))]
    let r = x >> 4;
    r
}

pub fn div128(x: u128) -> u128 {
    #[cfg(base)]
    let r = x / (1 << 77);
    #[cfg(not(base))]
    let r = x >> 77;
    r
}

pub fn rem(x: u64) -> u64 {
    #[cfg(base)]
    let r = x % 8;
    #[cfg(opt)]
    let r = x & 7;
    #[cfg(bad)]
    let r = x & 8;
    r
}
