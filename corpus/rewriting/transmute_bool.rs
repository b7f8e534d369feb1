//@ title: a bool from a byte and back
//@ from: Rust Reference, "Boolean type"
// From bool to byte and back: the same. From byte to bool: undefined but for 0 and 1, so the round trip
// is the identity, but adding it is not.
//@ check fn back: base => opt [alloc]: sound
//@ check fn byte: base => opt [alloc]: sound
//@ check fn byte: opt => base [alloc]: unsound /invalid-value/
#![crate_type = "lib"]

pub fn back(b: bool) -> bool {
    #[cfg(base)]
    let r = unsafe { core::mem::transmute::<u8, bool>(core::mem::transmute::<bool, u8>(b)) };
    #[cfg(opt)]
    let r = b;
    r
}

pub fn byte(x: u8) -> u8 {
    #[cfg(base)]
    let r = unsafe { core::mem::transmute::<u8, bool>(x) } as u8;
    #[cfg(opt)]
    let r = x;
    r
}
