//@ title: parity by folding
//@ from: Hacker's Delight, section 5-2; Bit Twiddling Hacks, "Compute parity in parallel"
// Exclusive or of the halves keeps the parity. Folding with `or` instead does not: 0x11 has two bits.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u32) -> bool {
    #[cfg(base)]
    let r = x.count_ones() % 2 == 1;
    #[cfg(opt)]
    let r = {
        let x = x ^ (x >> 16);
        let x = x ^ (x >> 8);
        let x = x ^ (x >> 4);
        (0x6996 >> (x & 15)) & 1 == 1
    };
    #[cfg(bad)]
    let r = {
        let x = x ^ (x >> 16);
        let x = x ^ (x >> 8);
        let x = x | (x >> 4);
        (0x6996 >> (x & 15)) & 1 == 1
    };
    r
}
