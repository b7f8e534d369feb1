//@ title: a second load after a store through another pointer
//@ from: LLVM, EarlyCSE and GVN
// The loads agree unless the store was to the same place: then the second is 5.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
//@ check fn arrays, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *const u32, q: *mut u32) -> (u32, u32) {
    unsafe {
        let a = *p;
        *q = 5;
        #[cfg(base)]
        let b = *p;
        #[cfg(opt)]
        let b = a;
        (a, b)
    }
}

pub fn arrays(p: *const u16, q: *mut [u16; 2]) -> (u16, u16) {
    unsafe {
        let a = *p;
        (*q)[1] = 5;
        #[cfg(base)]
        let b = *p;
        #[cfg(opt)]
        let b = a;
        (a, b)
    }
}
