//@ title: x * 2 / 2 is x only where the multiplication may not wrap
//@ from: folklore; LLVM folds it under nsw and nuw
// Unchecked: undefined where it would differ. Wrapping: 128 * 2 / 2 is 0. Plain: 128 * 2 panics, and the
// panic may not get lost.
//@ check fn unchecked: base => opt [alloc]: sound
//@ check fn unchecked_signed: base => opt [alloc]: sound
//@ check fn wrapping: base => opt [alloc]: unsound
//@ check fn plain: base => opt [alloc]: unsound
//@ check fn masked: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn unchecked(x: u32) -> u32 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(2) } / 2;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn unchecked_signed(x: i32) -> i32 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(2) } / 2;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn wrapping(x: u8) -> u8 {
    #[cfg(base)]
    let r = x.wrapping_mul(2) / 2;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn plain(x: u8) -> u8 {
    #[cfg(base)]
    let r = x * 2 / 2;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn masked(x: u64) -> u64 {
    #[cfg(base)]
    let r = x.wrapping_mul(2) / 2;
    #[cfg(opt)]
    let r = x & (u64::MAX >> 1);
    r
}
