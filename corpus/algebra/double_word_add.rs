//@ title: a sum of 128 bits from two halves
//@ from: Hacker's Delight, section 2-16
// The carry of the low half is that its sum is below an operand. Without the carry u64::MAX + 1 is 0.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u128, y: u128) -> u128 {
    #[cfg(base)]
    let r = x.wrapping_add(y);
    #[cfg(any(opt, bad))]
    let r = {
        let (x0, x1) = (x as u64, (x >> 64) as u64);
        let (y0, y1) = (y as u64, (y >> 64) as u64);
        let z0 = x0.wrapping_add(y0);
        let carry = if cfg!(bad) { 0 } else { (z0 < x0) as u64 };
        let z1 = x1.wrapping_add(y1).wrapping_add(carry);
        (z1 as u128) << 64 | z0 as u128
    };
    r
}
