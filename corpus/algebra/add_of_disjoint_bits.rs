//@ title: an addition of numbers without common bits is an or
//@ from: LLVM, `or disjoint`
// Nothing carries. With common bits 1 + 1 is not 1 | 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u64, y: u64) -> u64 {
    litmus::assume(x & y == 0);
    #[cfg(base)]
    let r = x + y;
    #[cfg(opt)]
    let r = x | y;
    r
}

pub fn g(x: u64, y: u64) -> u64 {
    litmus::assume(x & y <= 1);
    #[cfg(base)]
    let r = x.wrapping_add(y);
    #[cfg(opt)]
    let r = x | y;
    r
}
