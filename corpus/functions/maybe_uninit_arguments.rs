//@ title: a MaybeUninit among the arguments holds any bytes or none
//@ from: made up: differential testing of function checks
// Its bytes may be uninitialised, so they may be copied and overwritten, and not be read; what was a value
// must not become uninitialised. The same goes for a union.
//@ check fn copies: base => opt: sound
//@ check fn reads: base => opt: unsound /uninit/
//@ check fn reads: opt => base: sound
//@ check fn forgets: base => opt: unsound
//@ check fn forgets: opt => base: sound
//@ check fn reads_union: base => opt: unsound /uninit/
//@ check fn wrong_byte: base => opt: unsound
#![crate_type = "lib"]

use std::mem::MaybeUninit;

pub fn copies(p: &mut MaybeUninit<u16>, q: &MaybeUninit<u16>) {
    #[cfg(base)]
    {
        *p = *q;
    }
    #[cfg(opt)]
    unsafe {
        let from = q as *const MaybeUninit<u16> as *const MaybeUninit<u8>;
        let to = p as *mut MaybeUninit<u16> as *mut MaybeUninit<u8>;
        *to = *from;
        *to.add(1) = *from.add(1);
    }
}

pub fn reads(p: &MaybeUninit<u8>) -> u8 {
    #[cfg(opt)]
    let _read = unsafe { p.assume_init() };
    let _ = p;
    3
}

pub fn forgets(p: &mut MaybeUninit<u8>) {
    #[cfg(opt)]
    {
        *p = litmus::uninit();
    }
    let _ = p;
}

#[derive(Clone, Copy)]
pub union Both {
    pub number: u8,
    pub truth: bool,
}

pub fn reads_union(x: Both) -> Both {
    #[cfg(opt)]
    let _read = unsafe { x.number };
    x
}

pub fn wrong_byte(x: MaybeUninit<[u8; 2]>) -> MaybeUninit<[u8; 2]> {
    #[cfg(base)]
    return x;
    #[cfg(opt)]
    unsafe {
        let mut x = x;
        let p = x.as_mut_ptr() as *mut MaybeUninit<u8>;
        *p = *p.add(1);
        x
    }
}
