//@ title: uninitialised memory may be filled, a value may not be lost
//@ from: Rust Reference, "Behavior considered undefined"
// What was never written has no value to keep, and two copies of it need not agree. A copy of a written
// value does.
//@ check fn one: base => opt [alloc]: sound
//@ check fn one: opt => base [alloc]: unsound
//@ check fn two: base => opt [alloc]: sound
#![crate_type = "lib"]

use core::mem::MaybeUninit;

// What the caller finds behind the pointers are bytes, initialised or not.
pub fn one(p: *mut u8) {
    let p = p as *mut MaybeUninit<u8>;
    unsafe {
        #[cfg(base)]
        {
            *p = litmus::uninit();
        }
        #[cfg(opt)]
        {
            *p = MaybeUninit::new(5);
        }
    }
}

pub fn two(p: *mut [u8; 2]) {
    let u = litmus::uninit::<u8>();
    let p = p as *mut [MaybeUninit<u8>; 2];
    unsafe {
        #[cfg(base)]
        {
            *p = [u, u];
        }
        #[cfg(opt)]
        {
            *p = [MaybeUninit::new(1), MaybeUninit::new(2)];
        }
    }
    let _ = u;
}
