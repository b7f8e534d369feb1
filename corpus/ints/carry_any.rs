//@ title: sums with carry of any two numbers
//@ from: core::num, documentation of the methods
// Two words with a carry between them are one number of double width. The carry out is an or of two carries,
// of which at most one happens; the first alone is not enough.
//@ check fn wide: base => opt [alloc]: sound
//@ check fn wide: base => bad [alloc]: unsound
//@ check fn carry_out: base => opt [alloc]: sound
//@ check fn carry_out: base => bad [alloc]: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn wide(a: u16, b: u16, c: u16, d: u16) -> (u16, u16) {
    let sum = ((a as u32) << 16 | b as u32).wrapping_add((c as u32) << 16 | d as u32);
    (sum as u16, (sum >> 16) as u16)
}
#[cfg(opt)]
pub fn wide(a: u16, b: u16, c: u16, d: u16) -> (u16, u16) {
    let (low, carry) = b.carrying_add(d, false);
    (low, a.carrying_add(c, carry).0)
}
#[cfg(bad)]
pub fn wide(a: u16, b: u16, c: u16, d: u16) -> (u16, u16) {
    (b.wrapping_add(d), a.wrapping_add(c))
}
#[cfg(base)]
pub fn carry_out(a: u64, b: u64, c: bool) -> bool {
    a.carrying_add(b, c).1
}
#[cfg(opt)]
pub fn carry_out(a: u64, b: u64, c: bool) -> bool {
    a as u128 + b as u128 + c as u128 > u64::MAX as u128
}
#[cfg(bad)]
pub fn carry_out(a: u64, b: u64, c: bool) -> bool {
    a.overflowing_add(b).1
}
