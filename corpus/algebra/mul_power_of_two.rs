//@ title: multiplication by a power of two is a shift, if it wraps
//@ from: Hacker's Delight, section 8-4; the first row of every strength reduction
// Both drop what leaves at the top, at every width. A plain `*` panics where bits are lost (0x20 * 8 in
// eight bits) and a plain shift does not.
//@ check fn f8: base => opt [alloc]: sound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f64: base => opt [alloc]: sound
//@ check fn f128: base => opt [alloc]: sound
//@ check fn plain8: base => opt [alloc]: unsound
//@ check fn plain64: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f8(x: u8) -> u8 {
    #[cfg(base)]
    let r = x.wrapping_mul(8);
    #[cfg(opt)]
    let r = x << 3;
    r
}

pub fn f32(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.wrapping_mul(8);
    #[cfg(opt)]
    let r = x << 3;
    r
}

pub fn f64(x: i64) -> i64 {
    #[cfg(base)]
    let r = x.wrapping_mul(8);
    #[cfg(opt)]
    let r = x << 3;
    r
}

pub fn f128(x: u128) -> u128 {
    #[cfg(base)]
    let r = x.wrapping_mul(1 << 100);
    #[cfg(opt)]
    let r = x << 100;
    r
}

pub fn plain8(x: u8) -> u8 {
    #[cfg(base)]
    let r = x * 8;
    #[cfg(opt)]
    let r = x << 3;
    r
}

pub fn plain64(x: i64) -> i64 {
    #[cfg(base)]
    let r = x * 8;
    #[cfg(opt)]
    let r = x << 3;
    r
}
