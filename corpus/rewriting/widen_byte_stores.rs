//@ title: two stores of bytes become one of a word
//@ from: GCC, store merging; LLVM, DAGCombiner MergeConsecutiveStores
// Little endian, and unaligned: an aligned store of a u16 is undefined at an odd address. In the other
// order the bytes are swapped.
//@ check fn f: base => opt [alloc sb tb]: sound
//@ check fn f: base => swapped [alloc]: unsound
//@ check fn f: base => aligned [alloc]: unsound /misaligned/
#![crate_type = "lib"]

pub fn f(p: *mut [u8; 2], a: u8, b: u8) {
    unsafe {
        #[cfg(base)]
        {
            (*p)[0] = a;
            (*p)[1] = b;
        }
        #[cfg(opt)]
        (p as *mut u16).write_unaligned(a as u16 | (b as u16) << 8);
        #[cfg(swapped)]
        (p as *mut u16).write_unaligned(b as u16 | (a as u16) << 8);
        #[cfg(aligned)]
        (p as *mut u16).write(a as u16 | (b as u16) << 8);
    }
}
