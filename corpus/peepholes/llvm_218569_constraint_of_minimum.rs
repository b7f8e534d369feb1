//@ title: a constraint with the smallest number is negated
//@ from: llvm/llvm-project issue 218569, "[ConstraintEliminationPass] miscompile - Value mismatch on alive2"
// x is not negative, so x < 0 is false. Negating the offset -2^63 overflowed in the pass, and x < 0
// became true: x = 0.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i64) -> bool {
    unsafe {
        core::hint::assert_unchecked(x >= 0);
        let a = x.unchecked_add(-i64::MAX).unchecked_add(-1);
        core::hint::assert_unchecked(a <= 0);
    }
    #[cfg(base)]
    let r = x < 0;
    #[cfg(bad)]
    let r = true;
    #[cfg(fixed)]
    let r = false;
    r
}
