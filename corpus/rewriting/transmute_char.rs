//@ title: which numbers are characters
//@ from: Rust Reference, "Textual types"
// At most 0x10FFFF and no surrogate: tests for that on a char are true, and turning such a number into a
// char is undefined. A char above 0xFFFF exists.
//@ check fn small: base => opt [alloc]: sound
//@ check fn bmp: base => opt [alloc]: unsound
//@ check fn surrogate: base => opt [alloc]: sound
//@ check fn made: base => opt [alloc]: unsound /invalid-value|assume/
#![crate_type = "lib"]

pub fn small(c: char) -> bool {
    #[cfg(base)]
    let r = c as u32 <= 0x10FFFF;
    #[cfg(opt)]
    let r = c == c;
    r
}

pub fn bmp(c: char) -> bool {
    #[cfg(base)]
    let r = c as u32 <= 0xFFFF;
    #[cfg(opt)]
    let r = c == c;
    r
}

pub fn surrogate(c: char) -> bool {
    #[cfg(base)]
    let r = c as u32 >> 11 == 0x1B;
    #[cfg(opt)]
    let r = c != c;
    r
}

pub fn made(x: u32) -> u32 {
    litmus::assume(x <= 0x10FFFF);
    #[cfg(base)]
    let r = x;
    #[cfg(opt)]
    let r = unsafe { core::mem::transmute::<u32, char>(x) } as u32;
    r
}
