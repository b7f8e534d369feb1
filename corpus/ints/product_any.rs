//@ title: products of double width of any two numbers
//@ from: core::num, documentation of the methods
// The high half says whether a product overflows. For signed numbers the low half has a say, too: -1 has all
// ones above.
//@ check fn wide: base => opt [alloc]: sound
//@ check fn wide: base => bad [alloc]: unsound
//@ check fn overflow: base => opt [alloc]: sound
//@ check fn overflow: base => bad [alloc]: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn wide(a: u8, b: u8) -> (u8, u8) {
    a.carrying_mul(b, 0)
}
#[cfg(opt)]
pub fn wide(a: u8, b: u8) -> (u8, u8) {
    let p = a as u16 * b as u16;
    (p as u8, (p >> 8) as u8)
}
#[cfg(bad)]
pub fn wide(a: u8, b: u8) -> (u8, u8) {
    let p = (a as u16 * b as u16) as u8;
    (p, 0)
}
#[cfg(base)]
pub fn overflow(a: i8, b: i8) -> bool {
    a.overflowing_mul(b).1
}
#[cfg(opt)]
pub fn overflow(a: i8, b: i8) -> bool {
    let p = a as i16 * b as i16;
    p != p as i8 as i16
}
#[cfg(bad)]
pub fn overflow(a: i8, b: i8) -> bool {
    let p = a as i16 * b as i16;
    p >> 8 != 0
}
