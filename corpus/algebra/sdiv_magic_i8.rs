//@ title: signed division of a byte by three with a multiplication
//@ from: Hacker's Delight, section 10-3
// The high half of the product with 86, plus one for the negative ones. Without that one -3 / 3 is -2.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / 3;
    #[cfg(opt)]
    let r = ((x as i16 * 86) >> 8) as i8 - (x >> 7);
    #[cfg(bad)]
    let r = ((x as i16 * 86) >> 8) as i8;
    r
}
