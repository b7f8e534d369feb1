//@ title: a population count by adding neighbours
//@ from: Hacker's Delight, section 5-1; Bit Twiddling Hacks, "Counting bits set, in parallel"
// Pairs, nibbles, bytes, and the sum of the bytes by a multiplication. With the wrong mask in the first
// step a single bit in an odd place (2) counts as two.
//@ check fn f8: base => opt [alloc]: sound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f8(x: u8) -> u32 {
    #[cfg(base)]
    let r = x.count_ones();
    #[cfg(not(base))]
    let r = {
        let x = x - ((x >> 1) & 0x55);
        let x = (x & 0x33) + ((x >> 2) & 0x33);
        ((x & 15) + (x >> 4)) as u32
    };
    r
}

pub fn f32(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.count_ones();
    #[cfg(not(base))]
    let r = {
        #[cfg(opt)]
        let x = x - ((x >> 1) & 0x5555_5555);
        #[cfg(bad)]
        let x = x - ((x >> 1) & 0x5555_5554);
        let x = (x & 0x3333_3333) + ((x >> 2) & 0x3333_3333);
        let x = (x + (x >> 4)) & 0x0F0F_0F0F;
        x.wrapping_mul(0x0101_0101) >> 24
    };
    r
}
