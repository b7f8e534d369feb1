//@ title: each padding byte of an argument may be uninitialised while the others are not
//@ from: made up: differential testing of function checks
// What the original reads is initialised, or its behaviour is undefined; about the byte beside it that
// says nothing, and reading that one, too, may be undefined.
//@ check fn reads_more: base => opt: unsound /uninit/
//@ check fn reads_more: opt => base: sound
//@ check fn reads_other: base => opt: unsound /uninit/
//@ check fn reads_less: base => opt: sound
#![crate_type = "lib"]

#[repr(C)]
pub struct Padded {
    pub a: u8,
    pub b: u32,
}

unsafe fn byte(p: &Padded, i: usize) -> u8 {
    *(p as *const Padded as *const u8).add(i)
}

pub unsafe fn reads_more(p: &Padded) -> u8 {
    #[cfg(opt)]
    let _more = byte(p, 2);
    byte(p, 1)
}

pub unsafe fn reads_other(p: &Padded, q: &Padded) -> u8 {
    #[cfg(opt)]
    let _more = byte(q, 1);
    byte(p, 1)
}

pub unsafe fn reads_less(p: &Padded) -> u8 {
    #[cfg(base)]
    let _more = byte(p, 2);
    byte(p, 1)
}
