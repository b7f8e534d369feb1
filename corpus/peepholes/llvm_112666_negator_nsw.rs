//@ title: the negation of a select negates the other arm
//@ from: llvm/llvm-project issue 112666, "`nsw` flag should be dropped in Negator"; poison there is immediate UB here
// y - (c ? -x : x) becomes y + (c ? x : -x), where another execution negates x: for x = -128, c = false
// the flag makes it undefined.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8, y: i8, c: bool) -> i8 {
    #[cfg(base)]
    let r = y.wrapping_sub(if c {
        unsafe { 0i8.unchecked_sub(x) }
    } else {
        x
    });
    #[cfg(bad)]
    let r = y.wrapping_add(if c {
        x
    } else {
        unsafe { 0i8.unchecked_sub(x) }
    });
    #[cfg(fixed)]
    let r = y.wrapping_add(if c { x } else { x.wrapping_neg() });
    r
}
