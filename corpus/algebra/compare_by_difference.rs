//@ title: a comparison by the sign of a difference
//@ from: Hacker's Delight, section 2-12; folklore (comparators that return a - b)
// Only if the difference does not overflow: 100 - -100 is negative in eight bits. In a wider type it is
// right. Equality is different: a difference is zero only for equal numbers.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn f: base => wide [alloc]: sound
//@ check fn f: base => unchecked [alloc]: unsound /arithmetic/
//@ check fn zero: base => wide [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8, y: i8) -> bool {
    #[cfg(base)]
    let r = x < y;
    #[cfg(opt)]
    let r = x.wrapping_sub(y) < 0;
    #[cfg(wide)]
    let r = (x as i16 - y as i16) < 0;
    #[cfg(unchecked)]
    let r = unsafe { x.unchecked_sub(y) } < 0;
    r
}

pub fn zero(x: u64, y: u64) -> bool {
    #[cfg(base)]
    let r = x.wrapping_sub(y) == 0;
    #[cfg(not(base))]
    let r = x ^ y == 0;
    r
}
