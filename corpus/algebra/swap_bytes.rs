//@ title: a byte swap from shifts and masks
//@ from: Hacker's Delight, section 7-1; LLVM, recognizeBSwapOrBitReverseIdiom
// Each byte moves to its mirror place. With one mask missing bytes run into each other: 0x01000000.
//@ check fn f16: base => opt [alloc]: sound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f16(x: u16) -> u16 {
    #[cfg(base)]
    let r = x.swap_bytes();
    #[cfg(not(base))]
    let r = x.rotate_left(8);
    r
}

pub fn f32(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.swap_bytes();
    #[cfg(opt)]
    let r = x << 24 | (x & 0xFF00) << 8 | (x >> 8) & 0xFF00 | x >> 24;
    #[cfg(bad)]
    let r = x << 24 | (x & 0xFF00) << 8 | x >> 8 | x >> 24;
    r
}

pub fn f64(x: u64) -> u64 {
    #[cfg(base)]
    let r = x.swap_bytes();
    #[cfg(not(base))]
    let r = {
        let x = (x & 0x00FF_00FF_00FF_00FF) << 8 | (x >> 8) & 0x00FF_00FF_00FF_00FF;
        let x = (x & 0x0000_FFFF_0000_FFFF) << 16 | (x >> 16) & 0x0000_FFFF_0000_FFFF;
        x << 32 | x >> 32
    };
    r
}
