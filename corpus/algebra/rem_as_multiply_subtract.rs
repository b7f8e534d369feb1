//@ title: a remainder from the quotient that is there already
//@ from: LLVM, DivRemPairs; https://bugs.llvm.org/show_bug.cgi?id=42619 (wrong only where x is undef)
// x - x / y * y, as every machine without a remainder instruction does it. With the product saved from a
// smaller width (here 4 bits) 16 % 1 is 16.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) -> u8 {
    let q = x / y;
    #[cfg(base)]
    let r = x % y;
    #[cfg(opt)]
    let r = x.wrapping_sub(q.wrapping_mul(y));
    #[cfg(bad)]
    let r = x.wrapping_sub(q.wrapping_mul(y) & 15);
    r
}
