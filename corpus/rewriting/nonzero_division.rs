//@ title: a division by a number that is not zero
//@ from: std::num::NonZero
// The test for zero may go. For signed numbers the overflow of MIN / -1 stays.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

use core::num::NonZero;

pub fn f(x: u32, y: NonZero<u32>) -> u32 {
    #[cfg(base)]
    let r = match x.checked_div(y.get()) {
        Some(q) => q,
        None => 0,
    };
    #[cfg(opt)]
    let r = x / y.get();
    r
}

pub fn g(x: u32, y: u32) -> u32 {
    #[cfg(base)]
    let r = match x.checked_div(y) {
        Some(q) => q,
        None => 0,
    };
    #[cfg(opt)]
    let r = x / y;
    r
}
