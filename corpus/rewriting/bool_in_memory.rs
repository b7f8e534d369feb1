//@ title: a bool in memory is the byte 0 or 1
//@ from: Rust Reference, "Boolean type"; LLVM's range metadata on loads
// So a test of the byte for zero is a test of the bool, and so is one for 1. A byte of a u8 may be 2.
//@ check fn f: base => opt: sound
//@ check fn byte: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: &bool) -> bool {
    #[cfg(base)]
    let r = *p;
    #[cfg(opt)]
    let r = unsafe { *(p as *const bool as *const u8) } == 1;
    r
}

pub fn byte(p: &u8) -> bool {
    #[cfg(base)]
    let r = *p != 0;
    #[cfg(opt)]
    let r = *p == 1;
    r
}
