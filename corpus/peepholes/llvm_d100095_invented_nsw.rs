//@ title: two wrapping additions become one that may not overflow
//@ from: LLVM, reviews.llvm.org/D100095 (InstCombineCompares: a combined add always got nsw)
// 126 + 1 + 1 wraps to -128, 126 + 2 without overflow is undefined. A later pass believes it: x + 2 > x.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => worse [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8) -> bool {
    #[cfg(base)]
    let r = x.wrapping_add(1).wrapping_add(1) > x;
    #[cfg(bad)]
    let r = unsafe { x.unchecked_add(2) } > x;
    #[cfg(worse)]
    let r = x == x;
    #[cfg(fixed)]
    let r = x < 126;
    r
}
