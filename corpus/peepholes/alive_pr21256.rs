//@ title: the sign of a divisor does not matter for the remainder (PR21256)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR21256
// Except that -128 % 1 is 0 and -128 % -1 overflows (undefined in LLVM, a panic here). The wrapping
// remainder does not mind.
//@ check fn f: base => bad [alloc]: unsound /panics/
//@ check fn wrapping: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: i8, x: i8) -> i8 {
    litmus::assume(x != 0 && !(a == -128 && x == 1));
    #[cfg(base)]
    let r = a % x.wrapping_neg();
    #[cfg(bad)]
    let r = a % x;
    r
}

pub fn wrapping(a: i8, x: i8) -> i8 {
    #[cfg(base)]
    let r = a.wrapping_rem(x.wrapping_neg());
    #[cfg(bad)]
    let r = a.wrapping_rem(x);
    r
}
