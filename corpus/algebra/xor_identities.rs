//@ title: exclusive or in terms of the others
//@ from: Hacker's Delight, sections 2-1 and 2-2
// (x | y) - (x & y) and (x | y) & !(x & y). The difference x - y is one only if y is a part of x: 1, 2.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => and [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn part: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u64, y: u64) -> u64 {
    #[cfg(base)]
    let r = x ^ y;
    #[cfg(opt)]
    let r = (x | y) - (x & y);
    #[cfg(and)]
    let r = (x | y) & !(x & y);
    #[cfg(bad)]
    let r = x.wrapping_sub(y);
    r
}

pub fn part(x: u64, y: u64) -> u64 {
    litmus::assume(x & y == y);
    #[cfg(base)]
    let r = x ^ y;
    #[cfg(not(base))]
    let r = x - y;
    r
}
