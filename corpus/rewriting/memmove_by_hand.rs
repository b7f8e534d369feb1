//@ title: a copy through a temporary is a memmove
//@ from: LLVM, MemCpyOpt
// All is read before anything is written, so any overlap is fine; a copy in descending order is not: it
// repeats the last byte if the source begins one byte behind the destination.
//@ check fn f, alias any: base => opt [alloc]: sound
//@ check fn f, alias any: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(d: *mut [u8; 4], s: *const [u8; 4]) {
    unsafe {
        #[cfg(base)]
        {
            let t = *s;
            *d = t;
        }
        #[cfg(opt)]
        core::ptr::copy(s, d, 1);
        #[cfg(bad)]
        for i in 0..4 {
            *(d as *mut u8).add(3 - i) = *(s as *const u8).add(3 - i);
        }
    }
}
