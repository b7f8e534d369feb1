//@ title: a division moves above its guard
//@ from: LLVM, reviews.llvm.org/D150517 (LICM hoisted a division)
// The guard keeps zero away. In front of it the division panics for y = 0, and for a constant divisor it
// does no harm.
//@ check fn f: base => opt [alloc]: unsound /panics/
//@ check fn constant: base => opt [alloc]: sound
//@ check fn or_one: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32, y: u32) -> u32 {
    #[cfg(opt)]
    let q = x / y;
    if y == 0 {
        return 0;
    }
    #[cfg(base)]
    let q = x / y;
    q
}

pub fn constant(x: u32, y: u32) -> u32 {
    #[cfg(opt)]
    let q = x / 5;
    if y == 0 {
        return 0;
    }
    #[cfg(base)]
    let q = x / 5;
    q
}

pub fn or_one(x: u32, y: u32) -> u32 {
    #[cfg(opt)]
    let q = x / (y | 1);
    if y == 0 {
        return 0;
    }
    #[cfg(base)]
    let q = x / (y | 1);
    q
}
