//@ title: division by minus one is a negation, down to the panic
//@ from: Hacker's Delight, section 10-1; Rust Reference, "Arithmetic and logical binary operators"
// Both panic for the smallest number, and the message is not compared. The wrapping negation returns
// -128 where the division panics.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn g: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8) -> i8 {
    #[cfg(base)]
    let r = x / -1;
    #[cfg(opt)]
    let r = -x;
    #[cfg(bad)]
    let r = x.wrapping_neg();
    r
}

pub fn g(x: i128) -> i128 {
    #[cfg(base)]
    let r = x.wrapping_div(-1);
    #[cfg(not(base))]
    let r = x.wrapping_neg();
    r
}
