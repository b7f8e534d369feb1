//@ title: reversing the bits of a byte by swapping halves
//@ from: Hacker's Delight, section 7-1; Bit Twiddling Hacks, "Reverse an N-bit quantity in parallel"
// Swap bits, pairs, nibbles. Two steps alone keep the nibbles in place: 0x01 becomes 0x08.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = x.reverse_bits();
    #[cfg(any(opt, bad))]
    let r = {
        let x = (x & 0x55) << 1 | (x >> 1) & 0x55;
        let x = (x & 0x33) << 2 | (x >> 2) & 0x33;
        #[cfg(opt)]
        let x = x << 4 | x >> 4;
        x
    };
    r
}
