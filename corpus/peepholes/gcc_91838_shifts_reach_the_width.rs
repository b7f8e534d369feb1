//@ title: two logical shifts add up to the width
//@ from: GCC bugzilla PR rtl-optimization/91838, "Fix logical shift truncation"
// Together they leave zero. One shift by the whole width is undefined, or panics.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
//@ check fn arithmetic: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = x >> 4 >> 4;
    #[cfg(bad)]
    let r = unsafe { x.unchecked_shr(8) };
    #[cfg(fixed)]
    let r = 0 & x;
    r
}

pub fn arithmetic(x: i8) -> i8 {
    #[cfg(base)]
    let r = x >> 4 >> 4;
    #[cfg(not(base))]
    let r = x >> 7;
    r
}
