//@ title: a range is computed from an expression that was reassociated before
//@ from: GCC bugzilla PR 30364, "Wrong variable ranges due to constant folding"
// (a - 20) + (b - 20) does not overflow for a = 0x7FFFFFF0, b = 41, and is above the bound. From
// a + b - 40, taken not to overflow, it was concluded that it cannot be.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn g: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: i32, b: i32) -> bool {
    litmus::assume(a <= 0x7FFFFFF0 && b <= 0x7FFFFFF0);
    #[cfg(base)]
    let r = unsafe { a.unchecked_sub(20).unchecked_add(b.unchecked_sub(20)) } > 0x7FFFFFF0;
    #[cfg(bad)]
    let r = false;
    r
}

pub fn g(a: i32, b: i32) -> bool {
    litmus::assume(a <= 0x7FFFFFF0 && b <= 0x7FFFFFF0);
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(b).unchecked_sub(40) } > 0x7FFFFFF0;
    #[cfg(bad)]
    let r = false;
    r
}
