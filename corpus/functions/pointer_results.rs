//@ title: a returned pointer is known by its address and by whose it is
//@ from: made up: differential testing of function checks
// The caller can tell its own objects apart, and a pointer that may be used from an address; the bytes of
// a pointer carry its provenance wherever they are. Less than the original may be returned by no variant.
//@ check fn other: base => opt [strict alloc sb tb]: unsound
//@ check fn bare: base => opt [strict alloc sb tb]: unsound
//@ check fn bare: opt => base [strict alloc sb tb]: sound
//@ check fn bytes: base => opt [strict alloc sb tb]: unsound
//@ check fn bytes: opt => base [strict alloc sb tb]: sound
//@ check fn bytes: base => opt [flat]: sound
//@ check fn one_byte: base => opt [strict alloc sb tb]: unsound
//@ check fn in_pieces: base => opt: sound
#![crate_type = "lib"]

use std::mem::{transmute, MaybeUninit};

type Bytes = [MaybeUninit<u8>; 8];

pub fn other(p: *mut u8, q: *mut u8) -> *mut u8 {
    if cfg!(opt) {
        q
    } else {
        p
    }
}

pub fn bare(p: *mut u8) -> *mut u8 {
    #[cfg(base)]
    return p;
    #[cfg(opt)]
    std::ptr::without_provenance_mut(p.addr())
}

pub fn bytes(p: *mut u8) -> Bytes {
    #[cfg(base)]
    return unsafe { transmute(p) };
    #[cfg(opt)]
    unsafe {
        transmute(p.addr())
    }
}

pub fn one_byte(p: *mut u8) -> Bytes {
    let mut all: Bytes = unsafe { transmute(p) };
    let bare: Bytes = unsafe { transmute(p.addr()) };
    if cfg!(opt) {
        all[7] = bare[7];
    }
    all
}

pub fn in_pieces(p: *mut u8) -> Bytes {
    let all: Bytes = unsafe { transmute(p) };
    let mut out = all;
    #[cfg(opt)]
    for i in 0..8 {
        out[i] = all[i];
    }
    out
}
