//@ title: what None looks like
//@ from: std::option, "Representation"; the niche of bool is what rustc does, not a promise
// Option<NonZero<u8>> is 0 for None, guaranteed. Option<bool> uses the byte 2, in practice; taking 3 for
// it is wrong.
//@ check fn nonzero: base => opt [alloc]: sound
//@ check fn boolean: base => opt [alloc]: sound
//@ check fn boolean: base => bad [alloc]: unsound
#![crate_type = "lib"]

use core::num::NonZero;

pub fn nonzero(x: Option<NonZero<u8>>) -> u8 {
    #[cfg(base)]
    let r = match x {
        None => 0,
        Some(n) => n.get(),
    };
    #[cfg(not(base))]
    let r = unsafe { core::mem::transmute::<Option<NonZero<u8>>, u8>(x) };
    r
}

pub fn boolean(x: Option<bool>) -> u8 {
    #[cfg(base)]
    let r = match x {
        Some(false) => 10,
        Some(true) => 11,
        None => 12,
    };
    #[cfg(opt)]
    let r = 10 + unsafe { core::mem::transmute::<Option<bool>, u8>(x) };
    #[cfg(bad)]
    let r = match unsafe { core::mem::transmute::<Option<bool>, u8>(x) } {
        0 => 10,
        1 => 11,
        3 => 12,
        _ => 13,
    };
    r
}
