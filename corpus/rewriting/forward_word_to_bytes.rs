//@ title: a byte is read from a word that was just stored
//@ from: LLVM, GVN, load coercion; VNCoercion
// x86-64 is little endian: byte 0 is the low one. The top byte is at offset 3.
//@ check fn f: base => opt: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn half: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(p: &mut u32, v: u32) -> u8 {
    *p = v;
    #[cfg(base)]
    let r = unsafe { *(p as *const u32 as *const u8) };
    #[cfg(opt)]
    let r = v as u8;
    #[cfg(bad)]
    let r = (v >> 24) as u8;
    r
}

pub fn half(p: &mut u64, v: u64) -> u16 {
    *p = v;
    #[cfg(base)]
    let r = unsafe { *(p as *const u64 as *const u16).add(2) };
    #[cfg(not(base))]
    let r = (v >> 32) as u16;
    r
}
