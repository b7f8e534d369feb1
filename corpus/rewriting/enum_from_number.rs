//@ title: an enum made from its discriminant
//@ from: Rust Reference, "Enumerations"
// A match with an unreachable rest may become a transmute. With a rest that panics it may not: 3.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: panicking => opt [alloc]: unsound /invalid-value/
//@ check fn next: base => opt [alloc]: sound
#![crate_type = "lib"]

#[repr(u8)]
#[derive(Clone, Copy)]
pub enum E {
    A = 0,
    B = 1,
    C = 2,
}

pub fn f(x: u8) -> u8 {
    #[cfg(any(base, panicking))]
    let e = match x {
        0 => E::A,
        1 => E::B,
        2 => E::C,
        #[cfg(base)]
        _ => unsafe { core::hint::unreachable_unchecked() },
        #[cfg(panicking)]
        _ => panic!(),
    };
    #[cfg(opt)]
    let e: E = unsafe { core::mem::transmute(x) };
    e as u8
}

pub fn next(e: E) -> u8 {
    #[cfg(base)]
    let e = match e {
        E::A => E::B,
        E::B => E::C,
        E::C => E::A,
    };
    #[cfg(not(base))]
    let e: E = unsafe { core::mem::transmute((e as u8 + 1) % 3) };
    e as u8
}
