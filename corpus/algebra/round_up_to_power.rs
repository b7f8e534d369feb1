//@ title: rounding up to a multiple of a power of two
//@ from: Hacker's Delight, section 3-1
// (x + 7) & !7, if the sum does not overflow. The library's function panics near the top (0xF9); the
// wrapping idiom returns 0 there.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn neg: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = x.next_multiple_of(8);
    #[cfg(opt)]
    let r = (x & !7) + if x & 7 == 0 { 0 } else { 8 };
    #[cfg(bad)]
    let r = x.wrapping_add(7) & !7;
    r
}

pub fn neg(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.wrapping_add(7) & !7;
    #[cfg(not(base))]
    let r = x.wrapping_add(x.wrapping_neg() & 7);
    r
}
