//@ title: an unsigned sum overflows if it is below its operands
//@ from: Hacker's Delight, section 2-13
// Comparing with either operand does, before adding as well: a > !b. For a product it does not: 43 * 6
// wraps to 2, which is below both, and 64 * 5 to 64, which is below neither.
//@ check fn add: base => opt [alloc]: sound
//@ check fn add: base => before [alloc]: sound
//@ check fn add128: base => opt [alloc]: sound
//@ check fn sub: base => opt [alloc]: sound
//@ check fn mul: base => opt [alloc]: unsound
//@ check fn mul: base => before [alloc]: sound
#![crate_type = "lib"]

pub fn add(a: u32, b: u32) -> bool {
    #[cfg(base)]
    let r = a.checked_add(b).is_none();
    #[cfg(opt)]
    let r = a.wrapping_add(b) < a;
    #[cfg(before)]
    let r = a > !b;
    r
}

pub fn add128(a: u128, b: u128) -> bool {
    #[cfg(base)]
    let r = a.overflowing_add(b).1;
    #[cfg(not(base))]
    let r = a.wrapping_add(b) < b;
    r
}

pub fn sub(a: u64, b: u64) -> bool {
    #[cfg(base)]
    let r = a.checked_sub(b).is_none();
    #[cfg(not(base))]
    let r = a.wrapping_sub(b) > a;
    r
}

pub fn mul(a: u8, b: u8) -> bool {
    #[cfg(base)]
    let r = a.checked_mul(b).is_none();
    #[cfg(opt)]
    let r = a != 0 && b != 0 && a.wrapping_mul(b) < a;
    #[cfg(before)]
    let r = b != 0 && a > 255 / b;
    r
}
