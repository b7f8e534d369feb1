//@ title: the same addend on both sides of a comparison
//@ from: folklore; LLVM, InstCombine, foldICmpAddConstant
// Equality does not mind wrapping, order does: 255 + 1 < 0 + 1 in eight bits.
//@ check fn eq: base => opt [alloc]: sound
//@ check fn less: base => opt [alloc]: unsound
//@ check fn less_unchecked: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn eq(a: u64, b: u64) -> bool {
    #[cfg(base)]
    let r = a.wrapping_add(1) == b.wrapping_add(1);
    #[cfg(opt)]
    let r = a == b;
    r
}

pub fn less(a: u8, b: u8) -> bool {
    #[cfg(base)]
    let r = a.wrapping_add(1) < b.wrapping_add(1);
    #[cfg(opt)]
    let r = a < b;
    r
}

pub fn less_unchecked(a: u64, b: u64) -> bool {
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(1) < b.unchecked_add(1) };
    #[cfg(opt)]
    let r = a < b;
    r
}
