//@ title: a loop that copies becomes memcpy or memmove
//@ from: LLVM, LoopIdiomRecognize
// For objects apart both are right. If the destination begins one byte behind the source, the loop repeats
// the first byte: memmove does not, and memcpy is undefined.
//@ check fn f: base => memcpy [alloc]: sound
//@ check fn f, alias any: base => memcpy [alloc]: unsound /overlap/
//@ check fn f: base => memmove [alloc]: sound
//@ check fn f, alias any: base => memmove [alloc]: unsound
#![crate_type = "lib"]

pub fn f(d: *mut [u8; 4], s: *const [u8; 4]) {
    let (d, s) = (d as *mut u8, s as *const u8);
    unsafe {
        #[cfg(base)]
        for i in 0..4 {
            *d.add(i) = *s.add(i);
        }
        #[cfg(memcpy)]
        core::ptr::copy_nonoverlapping(s, d, 4);
        #[cfg(memmove)]
        core::ptr::copy(s, d, 4);
    }
}
