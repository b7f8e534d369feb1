//@ title: the sign of the exclusive or tells opposite signs, that of the product does not
//@ from: Bit Twiddling Hacks, "Detect if two integers have opposite signs"
// x ^ y < 0. A product wraps (64 * 2 is negative in i8) or is zero (-1 and 0 have opposite signs).
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i8, y: i8) -> bool {
    #[cfg(base)]
    let r = (x < 0) != (y < 0);
    #[cfg(opt)]
    let r = x ^ y < 0;
    #[cfg(bad)]
    let r = x.wrapping_mul(y) < 0;
    r
}
