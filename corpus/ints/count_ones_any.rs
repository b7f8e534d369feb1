//@ title: ones and zeros of any number add up to its width
//@ from: core::num, documentation of the methods
// Each bit is counted by one of the two. The neighbour counts the zeros above the highest one only, which
// is as many for 0 and for a number without a gap.
//@ check fn sum: base => opt [alloc]: sound
//@ check fn sum: base => bad [alloc]: unsound
//@ check fn power: base => opt [alloc]: sound
//@ check fn power: base => bad [alloc]: unsound
#![crate_type = "lib"]

#[cfg(base)]
pub fn sum(x: u32) -> u32 {
    x.count_ones() + x.count_zeros()
}
#[cfg(opt)]
pub fn sum(x: u32) -> u32 {
    let _ = x;
    32
}
#[cfg(bad)]
pub fn sum(x: u32) -> u32 {
    x.count_ones() + x.leading_zeros()
}
#[cfg(base)]
pub fn power(x: u32) -> bool {
    x.is_power_of_two()
}
#[cfg(opt)]
pub fn power(x: u32) -> bool {
    x.count_ones() == 1
}
#[cfg(bad)]
pub fn power(x: u32) -> bool {
    x & x.wrapping_sub(1) == 0
}
