//@ title: subtracting a negation as an addition with the flag kept (PR20189)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR20189; poison there is immediate UB here
// x - -a with a = -128: the negation wraps to -128, and -1 - -128 is 127, defined. -1 + -128 overflows.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8, a: i8) -> i8 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_sub(a.wrapping_neg()) };
    #[cfg(bad)]
    let r = unsafe { x.unchecked_add(a) };
    #[cfg(fixed)]
    let r = x.wrapping_add(a);
    r
}
