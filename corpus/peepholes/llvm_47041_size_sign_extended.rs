//@ title: a size is sign-extended to an offset
//@ from: llvm/llvm-project issue 47041 (Bugzilla 47697), "MemCpyOpt: uses sext instead of zext for memcpy/memset size subtraction"
// The rest of a memset begins behind what memcpy overwrites. A size of 130 bytes in a byte is not -126.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn small: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(start: u64, size: u8) -> u64 {
    #[cfg(base)]
    let r = start.wrapping_add(size as u64);
    #[cfg(bad)]
    let r = start.wrapping_add(size as i8 as u64);
    r
}

pub fn small(start: u64, size: u8) -> u64 {
    litmus::assume(size < 128);
    #[cfg(base)]
    let r = start.wrapping_add(size as u64);
    #[cfg(bad)]
    let r = start.wrapping_add(size as i8 as u64);
    r
}
