//@ title: arithmetic in a narrower type, if only the low bits are used
//@ from: LLVM, TruncInstCombine
// Sums, products and left shifts only send bits upwards. Division does not: (256 / 2) as u8 is 128.
//@ check fn sum: base => opt [alloc]: sound
//@ check fn product: base => opt [alloc]: sound
//@ check fn quotient: base => opt [alloc]: unsound
//@ check fn shift: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn sum(x: u64, y: u64) -> u32 {
    #[cfg(base)]
    let r = x.wrapping_add(y) as u32;
    #[cfg(opt)]
    let r = (x as u32).wrapping_add(y as u32);
    r
}

pub fn product(x: u16, y: u16) -> u8 {
    #[cfg(base)]
    let r = x.wrapping_mul(y) as u8;
    #[cfg(opt)]
    let r = (x as u8).wrapping_mul(y as u8);
    r
}

pub fn quotient(x: u16) -> u8 {
    #[cfg(base)]
    let r = (x / 2) as u8;
    #[cfg(opt)]
    let r = x as u8 / 2;
    r
}

pub fn shift(x: u16) -> u8 {
    #[cfg(base)]
    let r = (x >> 1) as u8;
    #[cfg(opt)]
    let r = x as u8 >> 1;
    r
}
