//@ title: loops with a branch in each round
//@ from: Hacker's Delight, sections 5-1, 5-3 and 7-1, as loops over the bits
// Each round branches on an input: 2^32 ways through the loop. Their ends are joined after each round.
//@ check fn ones: base => opt [alloc]: sound
//@ check fn ones: base => off [alloc]: unsound
//@ check fn parity: base => opt [alloc]: sound
//@ check fn reversed: base => opt [alloc]: sound
//@ check fn stored: base => opt [alloc sb tb]: sound
//@ check fn stored: base => off [alloc sb tb]: unsound
#![crate_type = "lib"]

pub fn ones(x: u16) -> u32 {
    if cfg!(opt) {
        return x.count_ones();
    }
    let mut n = 0;
    for i in 0..if cfg!(off) { 15 } else { 16 } {
        if x >> i & 1 == 1 {
            n += 1;
        }
    }
    n
}

pub fn parity(x: u32) -> bool {
    if cfg!(opt) {
        return x.count_ones() % 2 == 1;
    }
    let mut odd = false;
    for i in 0..32 {
        if x >> i & 1 != 0 {
            odd = !odd;
        }
    }
    odd
}

pub fn reversed(x: u32) -> u32 {
    if cfg!(opt) {
        return x.reverse_bits();
    }
    let mut r = 0u32;
    for i in 0..32 {
        if x & 1 << i != 0 {
            r |= 1 << (31 - i);
        }
    }
    r
}

/// The ways write to memory; one of them to more than the other.
pub fn stored(x: u8, p: &mut [u8; 2]) {
    if cfg!(base) {
        if x > 9 {
            p[0] = x;
            p[1] = 1;
        } else {
            p[0] = 9;
        }
    } else {
        p[0] = if x > 9 { x } else { 9 };
        if x > 9 || cfg!(off) {
            p[1] = 1;
        }
    }
}
