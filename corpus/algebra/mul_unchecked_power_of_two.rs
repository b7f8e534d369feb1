//@ title: an unchecked multiplication may become a shift, a shift not an unchecked multiplication
//@ from: Hacker's Delight, section 8-4; LLVM's nsw as immediate undefined behaviour
// `unchecked_mul` is undefined where the shift loses bits, so the shift may do anything there. The way
// back makes 0x40 << 2 undefined. (LLVM would call that result poison.)
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: opt => base [alloc]: unsound /arithmetic/
//@ check fn g: base => opt [alloc]: sound
//@ check fn g: opt => base [alloc]: unsound /arithmetic/
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(4) };
    #[cfg(opt)]
    let r = x << 2;
    r
}

pub fn g(x: i32) -> i32 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(16) };
    #[cfg(opt)]
    let r = x << 4;
    r
}
