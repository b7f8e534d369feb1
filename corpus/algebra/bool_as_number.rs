//@ title: a bool is 0 or 1 as a number
//@ from: Rust Reference, "Boolean type"
// So choosing 1 or 0 by it is the cast, and !b is b ^ true. Complementing the number is not the number
// of the complement: !1u8 is 254.
//@ check fn number: base => opt [alloc]: sound
//@ check fn not: base => opt [alloc]: sound
//@ check fn not_number: base => opt [alloc]: sound
//@ check fn not_number: base => bad [alloc]: unsound
//@ check fn mul: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn number(b: bool) -> u8 {
    #[cfg(base)]
    let r = if b { 1 } else { 0 };
    #[cfg(not(base))]
    let r = b as u8;
    r
}

pub fn not(b: bool) -> bool {
    #[cfg(base)]
    let r = !b;
    #[cfg(not(base))]
    let r = b ^ true;
    r
}

pub fn not_number(b: bool) -> u8 {
    #[cfg(base)]
    let r = !b as u8;
    #[cfg(opt)]
    let r = b as u8 ^ 1;
    #[cfg(bad)]
    let r = !(b as u8);
    r
}

pub fn mul(b: bool, x: i64) -> i64 {
    #[cfg(base)]
    let r = if b { x } else { 0 };
    #[cfg(not(base))]
    let r = b as i64 * x;
    r
}
