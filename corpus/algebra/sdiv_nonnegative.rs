//@ title: signed division of a number that is not negative needs no bias
//@ from: Hacker's Delight, section 10-1
// With the sign known the shift is right. The promise must be made before the division is replaced: -1
// refutes the neighbour that is promised only x < 100.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i32) -> i32 {
    litmus::assume(x >= 0);
    #[cfg(base)]
    let r = x / 4;
    #[cfg(opt)]
    let r = x >> 2;
    r
}

pub fn g(x: i32) -> i32 {
    litmus::assume(x < 100);
    #[cfg(base)]
    let r = x / 4;
    #[cfg(opt)]
    let r = x >> 2;
    r
}
