//@ title: unsigned division of 16 bits by ten with a multiplication
//@ from: Granlund and Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994
// 0xCCCD / 2^19 is a tenth, closely enough for 16 bits. 0x199A / 2^16 is not: 43689 / 10 would be 4369.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u16) -> u16 {
    #[cfg(base)]
    let r = x / 10;
    #[cfg(opt)]
    let r = ((x as u32 * 0xCCCD) >> 19) as u16;
    #[cfg(bad)]
    let r = ((x as u32 * 0x199A) >> 16) as u16;
    r
}
