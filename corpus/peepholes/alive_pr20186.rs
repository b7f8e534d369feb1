//@ title: a negated quotient by a negated divisor (PR20186)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR20186
// -(x / c) is x / -c, but for c = 1 the new division overflows (x = -128), and for c = -128 the negation
// does (x = -128 gives 1 instead of -1).
//@ check fn f: base => bad [alloc]: unsound
//@ check fn fixed: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8, c: i8) -> i8 {
    litmus::assume(c != 0 && !(x == -128 && c == -1));
    #[cfg(base)]
    let r = (x / c).wrapping_neg();
    #[cfg(bad)]
    let r = x / c.wrapping_neg();
    r
}

pub fn fixed(x: i8, c: i8) -> i8 {
    litmus::assume(c != 0 && !(x == -128 && c == -1));
    litmus::assume(c != 1 && c != -128);
    #[cfg(base)]
    let r = (x / c).wrapping_neg();
    #[cfg(bad)]
    let r = x / c.wrapping_neg();
    r
}
