//@ title: Tree Borrows: Frozen: what is made from it is no better
//@ from: Tree Borrows (PLDI 2025), transition table
// A write is a child access to every reference on the way up. A `&Cell` made from a `&u32` is allowed to write, but the
// `&u32` is not.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

fn main() {
    let mut x = 1u32;
    #[cfg(ok)]
    let r = &mut x;
    #[cfg(bad)]
    let r = &x;
    let cell = unsafe { &*(&raw const *r as *const Cell<u32>) };
    let p = cell.as_ptr();
    unsafe {
        *p = 2; //~ bad ub [tb] (borrow-access) /`r`, from which that tag is derived, has the permission Frozen/
    }
}
