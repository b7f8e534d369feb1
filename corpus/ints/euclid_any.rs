//@ title: Euclidean division of any two numbers
//@ from: core::num, documentation of the methods
// The remainder is never negative, so the quotient rounds away from zero where the dividend is negative. By
// a power of two both are a shift and a mask; the truncating ones are not.
//@ check fn quotient: base => opt: sound
//@ check fn quotient: base => bad: unsound
//@ check fn rest: base => opt: sound
//@ check fn rest: base => bad: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn quotient(a: i16) -> i16 {
    a.div_euclid(8)
}
#[cfg(opt)]
pub fn quotient(a: i16) -> i16 {
    a >> 3
}
#[cfg(bad)]
pub fn quotient(a: i16) -> i16 {
    a / 8
}
#[cfg(base)]
pub fn rest(a: i16) -> i16 {
    a.rem_euclid(8)
}
#[cfg(opt)]
pub fn rest(a: i16) -> i16 {
    a & 7
}
#[cfg(bad)]
pub fn rest(a: i16) -> i16 {
    a % 8
}
