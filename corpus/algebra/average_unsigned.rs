//@ title: the average of two unsigned numbers without overflow
//@ from: Hacker's Delight, section 2-5
// Common bits plus half of the others. (x + y) / 2 panics for 255 and 1, its wrapping form gives 0.
//@ check fn wide: base => opt [alloc]: sound
//@ check fn wide: base => bad [alloc]: unsound
//@ check fn wide: plain => opt [alloc]: unsound
//@ check fn wide64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn wide(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let r = ((x as u16 + y as u16) / 2) as u8;
    #[cfg(plain)]
    let r = (x + y) / 2;
    #[cfg(opt)]
    let r = (x & y) + ((x ^ y) >> 1);
    #[cfg(bad)]
    let r = x.wrapping_add(y) / 2;
    r
}

pub fn wide64(x: u64, y: u64) -> u64 {
    #[cfg(base)]
    let r = ((x as u128 + y as u128) / 2) as u64;
    #[cfg(not(base))]
    let r = (x & y) + ((x ^ y) >> 1);
    r
}
