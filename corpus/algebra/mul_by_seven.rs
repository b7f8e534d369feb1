//@ title: seven times a number is a shift and a subtraction
//@ from: Hacker's Delight, section 8-4
// 7 x = 8 x - x modulo any power of two. With a plain subtraction 0x20 panics: 8 x is zero there.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = x.wrapping_mul(7);
    #[cfg(opt)]
    let r = (x << 3).wrapping_sub(x);
    #[cfg(bad)]
    let r = (x << 3) - x;
    r
}
