//@ title: setting a bit of a word in its byte
//@ from: LLVM, DAGCombiner ReduceLoadOpStoreWidth
// Bit 15 is the top bit of byte 1. In byte 2 it would be bit 23.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: &mut u32) {
    #[cfg(base)]
    {
        *p |= 0x8000;
    }
    #[cfg(any(opt, bad))]
    unsafe {
        let b = (p as *mut u32 as *mut u8).add(if cfg!(opt) { 1 } else { 2 });
        *b |= 0x80;
    }
}
