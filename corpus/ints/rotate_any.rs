//@ title: rotations by any amount
//@ from: core::num, documentation of the methods
// A rotation is two shifts of which the second goes by the negated amount; by zero neither may go by the
// whole width. Rotating back undoes it, rotating again does not.
//@ check fn back: base => opt: sound
//@ check fn back: base => bad: unsound
//@ check fn shifts: base => opt: sound
//@ check fn shifts: base => bad: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn back(x: u16, n: u32) -> u16 {
    x.rotate_left(n).rotate_right(n)
}
#[cfg(opt)]
pub fn back(x: u16, n: u32) -> u16 {
    let _ = n;
    x
}
#[cfg(bad)]
pub fn back(x: u16, n: u32) -> u16 {
    let _ = n;
    x.rotate_left(1)
}
#[cfg(base)]
pub fn shifts(x: u32, n: u32) -> u32 {
    x.rotate_left(n)
}
#[cfg(opt)]
pub fn shifts(x: u32, n: u32) -> u32 {
    x.wrapping_shl(n) | x.wrapping_shr(n.wrapping_neg())
}
#[cfg(bad)]
pub fn shifts(x: u32, n: u32) -> u32 {
    x.wrapping_shl(n) + x.wrapping_shr(31 - n % 32)
}
