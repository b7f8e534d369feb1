//@ title: unsigned division of 16 bits by ten with a multiplication
//@ from: Granlund and Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994
// 0x199A / 2^16 is a tenth, closely enough for 12 bits but not for 16: 43689 / 10 would be 4369. Rounded down
// to 0x1999 it is never enough: 10.
//@ check fn small: base => opt [alloc]: sound
//@ check fn small: base => bad [alloc]: unsound
//@ check fn f: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn small(x: u16) -> u16 {
    litmus::assume(x < 4096);
    #[cfg(base)]
    let r = x / 10;
    #[cfg(opt)]
    let r = ((x as u32 * 0x199A) >> 16) as u16;
    #[cfg(bad)]
    let r = ((x as u32 * 0x1999) >> 16) as u16;
    r
}

pub fn f(x: u16) -> u16 {
    #[cfg(base)]
    let r = x / 10;
    #[cfg(not(base))]
    let r = ((x as u32 * 0x199A) >> 16) as u16;
    r
}
