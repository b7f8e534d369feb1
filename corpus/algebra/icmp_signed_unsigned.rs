//@ title: signed and unsigned comparisons agree if the signs do
//@ from: LLVM, `icmp samesign`; Hacker's Delight, section 2-3
// Flipping both sign bits turns one into the other, always. Without that -1 < 0, but 255 is not.
//@ check fn same: base => opt [alloc]: sound
//@ check fn flipped: base => opt [alloc]: sound
//@ check fn other: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn same(x: i32, y: i32) -> bool {
    litmus::assume(x ^ y >= 0);
    #[cfg(base)]
    let r = x < y;
    #[cfg(opt)]
    let r = (x as u32) < y as u32;
    r
}

pub fn flipped(x: i64, y: i64) -> bool {
    #[cfg(base)]
    let r = x < y;
    #[cfg(opt)]
    let r = (x as u64 ^ 1 << 63) < y as u64 ^ 1 << 63;
    r
}

pub fn other(x: i8, y: i8) -> bool {
    #[cfg(base)]
    let r = x < y;
    #[cfg(opt)]
    let r = (x as u8) < y as u8;
    r
}
