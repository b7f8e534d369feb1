//@ title: leading and trailing zeros of any number
//@ from: core::num, documentation of the methods
// The lowest one is x & -x, and the highest is found by its distance from the top. Reversing the bits
// exchanges the two counts; 0 has as many of both as it has bits, so a shift by the count is too far.
//@ check fn lowest: base => opt: sound
//@ check fn lowest: base => bad: unsound
//@ check fn mirror: base => opt: sound
//@ check fn mirror: base => bad: unsound
//@ check fn sign: base => opt: sound
//@ check fn sign: base => bad: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn lowest(x: u64) -> u64 {
    x & x.wrapping_neg()
}
#[cfg(opt)]
pub fn lowest(x: u64) -> u64 {
    1u64.unbounded_shl(x.trailing_zeros())
}
#[cfg(bad)]
pub fn lowest(x: u64) -> u64 {
    1u64.wrapping_shl(x.trailing_zeros())
}
#[cfg(base)]
pub fn mirror(x: u16) -> u32 {
    x.leading_zeros()
}
#[cfg(opt)]
pub fn mirror(x: u16) -> u32 {
    x.reverse_bits().trailing_zeros()
}
#[cfg(bad)]
pub fn mirror(x: u16) -> u32 {
    x.swap_bytes().trailing_zeros()
}
#[cfg(base)]
pub fn sign(x: i8) -> bool {
    x < 0
}
#[cfg(opt)]
pub fn sign(x: i8) -> bool {
    x.leading_zeros() == 0
}
#[cfg(bad)]
pub fn sign(x: i8) -> bool {
    x.leading_zeros() <= 1
}
