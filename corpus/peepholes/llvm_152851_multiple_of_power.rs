//@ title: a number that rounding up leaves alone is a multiple
//@ from: llvm/llvm-project pull request 152851
// (x + 7) & -8 == x says that x is a multiple of 8, also where the sum wraps. For 6 the same says that 2 is
// a multiple.
//@ check fn f: base => opt [alloc]: sound
//@ check fn six: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u64) -> bool {
    #[cfg(base)]
    let r = x.wrapping_add(7) & !7 == x;
    #[cfg(opt)]
    let r = x & 7 == 0;
    r
}

pub fn six(x: u8) -> bool {
    #[cfg(base)]
    let r = x % 6 == 0;
    #[cfg(opt)]
    let r = x.wrapping_add(5) & 6u8.wrapping_neg() == x;
    r
}
