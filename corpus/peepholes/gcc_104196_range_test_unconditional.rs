//@ title: merging range tests runs the second operand unconditionally
//@ from: GCC bugzilla PR tree-optimization/104196 (reassoc, inter-bb range optimization)
// a >= 0 is implied by the last comparison and may go, but it guarded a subtraction that overflows for
// a = 2. Rewritten to wrap, it does no harm.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: i32) -> bool {
    #[cfg(base)]
    let r = a >= 0 || unsafe { (-i32::MAX).unchecked_sub(a) } == 1 || a != -2147479551;
    #[cfg(bad)]
    let r = unsafe { (-i32::MAX).unchecked_sub(a) } == 1 || a != -2147479551;
    #[cfg(fixed)]
    let r = (-i32::MAX).wrapping_sub(a) == 1 || a != -2147479551;
    r
}
