//@ title: a word is read from bytes that were just stored
//@ from: LLVM, GVN, load coercion
// Assembled in memory order; in the other order 1, 0, 0, 0 would be 2^24.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn partial: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(p: &mut u32, b: [u8; 4]) -> u32 {
    let q = p as *mut u32 as *mut u8;
    for i in 0..4 {
        unsafe { *q.add(i) = b[i] };
    }
    #[cfg(base)]
    let r = *p;
    #[cfg(opt)]
    let r = b[0] as u32 | (b[1] as u32) << 8 | (b[2] as u32) << 16 | (b[3] as u32) << 24;
    #[cfg(bad)]
    let r = u32::from_be_bytes(b);
    r
}

pub fn partial(p: &mut u32, v: u32, b: u8) -> u32 {
    *p = v;
    unsafe { *(p as *mut u32 as *mut u8).add(1) = b };
    #[cfg(base)]
    let r = *p;
    #[cfg(not(base))]
    let r = v & 0xFFFF_00FF | (b as u32) << 8;
    r
}
