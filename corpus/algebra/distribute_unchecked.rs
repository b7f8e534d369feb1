//@ title: a common factor of unchecked arithmetic needs a wrapping result
//@ from: GCC bugzilla, the discussion of A*B+A -> A*(B+1) in match.pd (there: A == -1 and B == 127)
// The new order overflows for a = 0, b = 127. Done in wrapping arithmetic it gives the right value
// wherever the source is defined.
//@ check fn f: base => opt [alloc]: unsound /arithmetic/
//@ check fn f: base => good [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: i8, b: i8) -> i8 {
    #[cfg(base)]
    let r = unsafe { a.unchecked_mul(b).unchecked_add(a) };
    #[cfg(opt)]
    let r = unsafe { a.unchecked_mul(b.unchecked_add(1)) };
    #[cfg(good)]
    let r = a.wrapping_mul(b.wrapping_add(1));
    r
}
