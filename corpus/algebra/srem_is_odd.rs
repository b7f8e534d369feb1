//@ title: a signed number is odd if its remainder is not zero, not if it is one
//@ from: folklore (the odd test of many programming courses)
// -1 % 2 is -1: comparing with 1 calls it even. The low bit tells.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i64) -> bool {
    #[cfg(base)]
    let r = x & 1 != 0;
    #[cfg(opt)]
    let r = x % 2 != 0;
    #[cfg(bad)]
    let r = x % 2 == 1;
    r
}
