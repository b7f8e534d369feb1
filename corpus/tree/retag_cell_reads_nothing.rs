//@ title: Tree Borrows: making a reference to a cell is no access
//@ from: Tree Borrows (PLDI 2025), reborrows
// A `&Cell` may be made beside a mutable reference that is in use.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    #[cfg(ok)]
    let _s = unsafe { &*p.cast::<Cell<u8>>() };
    #[cfg(bad)]
    let _s = unsafe { &*p };
    *r = 3; //~ bad ub [tb] (borrow-access) /Frozen/
    let _ = Cell::new(0);
}
