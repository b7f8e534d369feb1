//@ title: divisibility by a constant with a multiplication and a comparison
//@ from: Hacker's Delight, section 10-17
// Multiplying by the inverse of 5 maps the multiples of 5 onto 0..=51. For an even divisor there is no
// inverse: the product must be rotated first; without that 3 counts as a multiple of 6.
//@ check fn by5: base => opt [alloc]: sound
//@ check fn by6: base => opt [alloc]: sound
//@ check fn by6: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn by5(x: u8) -> bool {
    #[cfg(base)]
    let r = x % 5 == 0;
    #[cfg(not(base))]
    let r = x.wrapping_mul(205) <= 51;
    r
}

pub fn by6(x: u8) -> bool {
    #[cfg(base)]
    let r = x % 6 == 0;
    #[cfg(opt)]
    let r = x.wrapping_mul(171).rotate_right(1) <= 42;
    #[cfg(bad)]
    let r = x.wrapping_mul(171) <= 42;
    r
}
