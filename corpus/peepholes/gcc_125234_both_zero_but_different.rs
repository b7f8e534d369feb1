//@ title: different numbers are not both zero
//@ from: GCC, test gcc.dg/torture/pr125234-1.c (match.pd, (a != b) & ((a | b) == 0))
// The conjunction is false, and its dual is true. The constants were swapped: for 0 and 1 it was true.
//@ check fn f: base => fixed [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn dual: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: u32, b: u32) -> bool {
    #[cfg(base)]
    let r = (a != b) & (a | b == 0);
    #[cfg(fixed)]
    let r = false;
    #[cfg(bad)]
    let r = true;
    r
}

pub fn dual(a: u32, b: u32) -> bool {
    #[cfg(base)]
    let r = (a == b) | (a | b != 0);
    #[cfg(not(base))]
    let r = true;
    r
}
