//@ title: rounding up to the next power of two
//@ from: Hacker's Delight, section 3-2; Bit Twiddling Hacks, "Round up to the next highest power of 2"
// Smear the highest bit of x - 1 to the right and add one. Without the `- 1` a power of two goes to the
// next one: 1 to 2.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u16) -> u16 {
    litmus::assume(x != 0 && x <= 1 << 15);
    #[cfg(base)]
    let r = x.next_power_of_two();
    #[cfg(not(base))]
    let r = {
        #[cfg(opt)]
        let v = x - 1;
        #[cfg(bad)]
        let v = x;
        let v = v | v >> 1;
        let v = v | v >> 2;
        let v = v | v >> 4;
        let v = v | v >> 8;
        v.wrapping_add(1)
    };
    r
}
