//@ title: Tree Borrows: Cell: writes through a shared reference
//@ from: Tree Borrows (PLDI 2025), transition table
// `&Cell` is written through; the same bytes behind `&u32` are not.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

fn main() {
    let x = Cell::new(1u32);
    #[cfg(ok)]
    let p = &raw const *&x as *mut u32;
    #[cfg(bad)]
    let p = unsafe { &raw const *&*(&raw const x as *const u32) as *mut u32 };
    unsafe {
        *p = 2; //~ bad ub [tb] (borrow-access) /Frozen/
    }
}
