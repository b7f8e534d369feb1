//@ title: a power of two has one bit
//@ from: Bit Twiddling Hacks, "Determining if an integer is a power of 2"; Hacker's Delight, section 2-1
// x & (x - 1) clears the lowest bit. Zero has none to clear: without the test for it 0 is a power of two.
//@ check fn f32: base => opt [alloc]: sound
//@ check fn f32: base => xor [alloc]: sound
//@ check fn f32: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f32(x: u32) -> bool {
    #[cfg(base)]
    let r = x.count_ones() == 1;
    #[cfg(opt)]
    let r = x != 0 && x & (x - 1) == 0;
    #[cfg(xor)]
    let r = x ^ x.wrapping_sub(1) > x.wrapping_sub(1);
    #[cfg(bad)]
    let r = x & x.wrapping_sub(1) == 0;
    r
}

pub fn f64(x: u64) -> bool {
    #[cfg(base)]
    let r = x.is_power_of_two();
    #[cfg(not(base))]
    let r = x != 0 && x & (x - 1) == 0;
    r
}
