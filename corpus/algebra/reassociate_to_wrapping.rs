//@ title: unchecked additions may be reassociated as wrapping ones
//@ from: LLVM, Reassociate: flags are dropped
// Where the source is defined no partial sum overflows, and the total does not depend on the order.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: opt => base [alloc]: unsound /arithmetic/
#![crate_type = "lib"]

pub fn f(a: i32, b: i32, c: i32) -> i32 {
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(b).unchecked_add(c) };
    #[cfg(opt)]
    let r = a.wrapping_add(b.wrapping_add(c));
    r
}
