//@ title: sign extension of the low byte by shifts
//@ from: Hacker's Delight, section 2-6
// Left and arithmetically right, or (x ^ 0x80) - 0x80 of the masked byte. With a logical shift 0x80 stays
// positive.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => xor [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32) -> i32 {
    #[cfg(base)]
    let r = x as u8 as i8 as i32;
    #[cfg(opt)]
    let r = (x << 24) as i32 >> 24;
    #[cfg(xor)]
    let r = ((x & 0xFF) ^ 0x80) as i32 - 0x80;
    #[cfg(bad)]
    let r = (x << 24 >> 24) as i32;
    r
}

pub fn f64(x: i64) -> i64 {
    #[cfg(base)]
    let r = x as i32 as i64;
    #[cfg(not(base))]
    let r = x << 32 >> 32;
    r
}
