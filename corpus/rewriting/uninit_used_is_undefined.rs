//@ title: using an uninitialised integer is undefined, copying it is not
//@ from: std::mem::MaybeUninit
// So a program that uses it may return anything; one that only copies it may not be undefined.
//@ check fn uses: base => opt [alloc]: sound vacuous
//@ check fn copies: base => bad [alloc]: unsound /uninit/
#![crate_type = "lib"]

use core::mem::MaybeUninit;

pub fn uses() -> u32 {
    #[cfg(base)]
    let r = {
        let v: u32 = unsafe { litmus::uninit::<u32>().assume_init() };
        v ^ 1
    };
    #[cfg(any(opt, bad))]
    let r = 42;
    r
}

pub fn copies(p: *mut u32, q: *mut u32) {
    let (p, q) = (p as *mut MaybeUninit<u32>, q as *mut MaybeUninit<u32>);
    unsafe {
        *p = litmus::uninit();
        #[cfg(base)]
        {
            *q = *p;
        }
        #[cfg(bad)]
        {
            *q = MaybeUninit::new((*p).assume_init());
        }
    }
}
