//@ title: saturating sums of any two numbers
//@ from: core::num, documentation of the methods
// Where the sum does not fit its true sign says which bound it is: that of either operand, as both have the
// same. The sign of the wrapped sum is the other one.
//@ check fn sum: base => opt: sound
//@ check fn sum: base => bad: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn sum(a: i32, b: i32) -> i32 {
    a.saturating_add(b)
}
#[cfg(opt)]
pub fn sum(a: i32, b: i32) -> i32 {
    (a as i64 + b as i64).clamp(i32::MIN as i64, i32::MAX as i64) as i32
}
#[cfg(bad)]
pub fn sum(a: i32, b: i32) -> i32 {
    a.checked_add(b).unwrap_or(if a.wrapping_add(b) < 0 { i32::MIN } else { i32::MAX })
}
