//@ title: an operand of a disjoint or is replaced by true
//@ from: llvm/llvm-project issue 137937 (ConstraintElimination, `disjoint` should be dropped); poison there is immediate UB here
// b < 1 or b != 0 always holds, so one side may become true, but then both sides are true for b = 1, and
// the promise that they are disjoint is broken.
//@ check fn f: base => bad [alloc]: unsound /assume/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

fn or_disjoint(a: bool, b: bool) -> bool {
    unsafe { core::hint::assert_unchecked(!(a & b)) };
    a | b
}

pub fn f(b: i8) -> bool {
    #[cfg(base)]
    let r = or_disjoint(b != 0, b < 1);
    #[cfg(bad)]
    let r = or_disjoint(b != 0, true);
    #[cfg(fixed)]
    let r = (b != 0) | true;
    r
}
