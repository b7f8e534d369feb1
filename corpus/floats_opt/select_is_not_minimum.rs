//@ title: the arms of a minimum are swapped
//@ from: GCC bugzilla PR tree-optimization/88540 (x > y ? x : y is no MAX_EXPR)
// a < b ? a : b gives b if one is NaN; b < a ? b : a gives a then. For 0.0 and -0.0 they differ as well.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn ordered: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: f32, b: f32) -> bool {
    #[cfg(base)]
    let r = if a < b { a } else { b };
    #[cfg(opt)]
    let r = if b < a { b } else { a };
    r == r
}

pub fn ordered(a: f32, b: f32) -> bool {
    litmus::assume(a == a && b == b);
    #[cfg(base)]
    let r = if a < b { a } else { b };
    #[cfg(opt)]
    let r = if b < a { b } else { a };
    r <= 1.0
}
