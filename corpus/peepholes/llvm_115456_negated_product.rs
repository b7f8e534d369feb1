//@ title: a negated factor moves to the other factor and takes the overflow flag along
//@ from: llvm/llvm-project issue 115456, "miscompilation of `-X * Y --> -(X * Y)`"; poison there is immediate UB here
// z / -z is -1, or 1 for the smallest z. Negating b instead is undefined for b = z = -128, where the
// source is defined and 0.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(b: i8, z: i8) -> i8 {
    litmus::assume(z != 0);
    #[cfg(base)]
    let r = {
        let c = z.wrapping_neg();
        let q = z.wrapping_div(c);
        c.wrapping_mul(unsafe { q.unchecked_mul(b) })
    };
    #[cfg(bad)]
    let r = if z == -128 {
        unsafe { 0i8.unchecked_sub(b) }
    } else {
        b
    }
    .wrapping_mul(z);
    #[cfg(fixed)]
    let r = if z == -128 { b.wrapping_neg() } else { b }.wrapping_mul(z);
    r
}
