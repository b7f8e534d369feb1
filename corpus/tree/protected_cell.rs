//@ title: Tree Borrows: Cell, protected: writes by others are fine
//@ from: Tree Borrows (PLDI 2025), transition table
// A protector takes nothing from a Cell, since nothing takes a Cell away. The frozen field beside it is guarded.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

#[repr(C)]
struct Pair {
    fixed: u8,
    cell: Cell<u8>,
}

unsafe fn f(_s: &Pair, p: *mut u8) {
    #[cfg(ok)]
    let i = 1;
    #[cfg(bad)]
    let i = 0;
    *p.add(i) = 7; //~ bad ub [tb] (borrow-protector) /at offset 0 .* Frozen permission of `_s`/
}

fn main() {
    let mut x = Pair { fixed: 1, cell: Cell::new(2) };
    let p = &raw mut x;
    unsafe { f(&*p, p.cast()) };
    let _ = (x.fixed, x.cell.get());
}
