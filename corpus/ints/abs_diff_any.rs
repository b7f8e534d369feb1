//@ title: distances and magnitudes of any two numbers
//@ from: core::num, documentation of the methods
// The distance of two signed numbers needs the unsigned type: their difference may not fit. The magnitude of
// MIN is one more than MAX.
//@ check fn distance: base => opt: sound
//@ check fn distance: base => bad: unsound
//@ check fn magnitude: base => opt: sound
//@ check fn magnitude: base => bad: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn distance(a: i32, b: i32) -> u32 {
    a.abs_diff(b)
}
#[cfg(opt)]
pub fn distance(a: i32, b: i32) -> u32 {
    (a as i64 - b as i64).unsigned_abs() as u32
}
#[cfg(bad)]
pub fn distance(a: i32, b: i32) -> u32 {
    a.wrapping_sub(b).unsigned_abs()
}
#[cfg(base)]
pub fn magnitude(a: i64) -> u64 {
    a.unsigned_abs()
}
#[cfg(opt)]
pub fn magnitude(a: i64) -> u64 {
    (a as u64 ^ (a >> 63) as u64).wrapping_sub((a >> 63) as u64)
}
#[cfg(bad)]
pub fn magnitude(a: i64) -> u64 {
    a.saturating_abs() as u64
}
