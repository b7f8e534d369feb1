//@ title: exchanging two numbers without a third
//@ from: Hacker's Delight, section 2-20; Bit Twiddling Hacks, "Swapping values with XOR"
// Three times exclusive or, at any width; with sums and differences they must wrap (200, 100).
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => sums [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) -> (u8, u8) {
    #[cfg(base)]
    let r = (y, x);
    #[cfg(not(base))]
    let r = {
        let (mut a, mut b) = (x, y);
        #[cfg(opt)]
        {
            a ^= b;
            b ^= a;
            a ^= b;
        }
        #[cfg(sums)]
        {
            a = a.wrapping_add(b);
            b = a.wrapping_sub(b);
            a = a.wrapping_sub(b);
        }
        #[cfg(bad)]
        {
            a = a + b;
            b = a - b;
            a = a - b;
        }
        (a, b)
    };
    r
}
