//@ title: Tree Borrows: an enum with a cell is one as a whole
//@ from: Tree Borrows (PLDI 2025), reborrows
// Which variant is there may change through the cell, so no byte of the enum is frozen. In an enum without one every
// byte is.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

#[allow(dead_code)]
#[repr(C, u8)]
enum E {
    #[cfg(ok)]
    A(Cell<u8>),
    #[cfg(bad)]
    A(u8),
    B,
}

fn main() {
    let mut x = E::B;
    let p = &raw mut x;
    let s = unsafe { &*p };
    let q = &raw const *s as *mut u8;
    unsafe {
        q.write(1); //~ bad ub [tb] (borrow-access) /at offset 0 .* Frozen/
        p.write(E::B);
    }
    let _ = Cell::new(0);
}
