//@ title: a word has a zero byte
//@ from: Hacker's Delight, section 6-1; Bit Twiddling Hacks, "Determine if a word has a zero byte"
// (x - 0x0101..) & !x & 0x8080.. is not zero. Without `!x` the byte 0x81 counts as zero, too.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32) -> bool {
    #[cfg(base)]
    let r = x & 0xFF == 0 || x & 0xFF00 == 0 || x & 0xFF_0000 == 0 || x & 0xFF00_0000 == 0;
    #[cfg(opt)]
    let r = x.wrapping_sub(0x0101_0101) & !x & 0x8080_8080 != 0;
    #[cfg(bad)]
    let r = x.wrapping_sub(0x0101_0101) & 0x8080_8080 != 0;
    r
}

pub fn f64(x: u64) -> bool {
    #[cfg(base)]
    let r = {
        let b = x.to_le_bytes();
        let mut zero = false;
        for i in 0..8 {
            zero |= b[i] == 0;
        }
        zero
    };
    #[cfg(not(base))]
    let r = x.wrapping_sub(0x0101_0101_0101_0101) & !x & 0x8080_8080_8080_8080 != 0;
    r
}
