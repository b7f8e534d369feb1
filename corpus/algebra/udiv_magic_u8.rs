//@ title: unsigned division of a byte by 3, 7 and 10 with a multiplication
//@ from: Granlund and Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994; Hacker's Delight, section 10-8
// The product with a rounded-up reciprocal, taken in 16 bits. 7 needs one bit more than fits (37 is not
// enough): with it 153 / 7 would be 22 instead of 21.
//@ check fn by3: base => opt [alloc]: sound
//@ check fn by10: base => opt [alloc]: sound
//@ check fn by7: base => opt [alloc]: sound
//@ check fn by7: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn by3(x: u8) -> u8 {
    #[cfg(base)]
    let r = x / 3;
    #[cfg(not(base))]
    let r = ((x as u16 * 171) >> 9) as u8;
    r
}

pub fn by10(x: u8) -> u8 {
    #[cfg(base)]
    let r = x / 10;
    #[cfg(not(base))]
    let r = ((x as u16 * 205) >> 11) as u8;
    r
}

pub fn by7(x: u8) -> u8 {
    #[cfg(base)]
    let r = x / 7;
    #[cfg(opt)]
    let r = {
        let t = ((x as u16 * 37) >> 8) as u8;
        (((x - t) >> 1) + t) >> 2
    };
    #[cfg(bad)]
    let r = ((x as u16 * 37) >> 8) as u8;
    r
}
