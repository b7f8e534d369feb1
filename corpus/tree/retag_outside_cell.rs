//@ title: Tree Borrows: outside of a pointee with a cell everything is a cell
//@ from: Tree Borrows (PLDI 2025), reborrows
// The permission for the rest of the allocation depends on the type as a whole.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

fn main() {
    let mut a = [1u8, 2];
    let base = &raw mut a as *mut u8;
    #[cfg(ok)]
    let first = unsafe { &raw const *&*base.cast::<Cell<u8>>() as *mut u8 };
    #[cfg(bad)]
    let first = unsafe { &raw const *&*base as *mut u8 };
    unsafe {
        *first.add(1) = 4; //~ bad ub [tb] (borrow-access) /at offset 1 .* Frozen/
    }
    let _ = Cell::new(0);
}
