//@ title: Tree Borrows: Cell: everybody may read and write
//@ from: Tree Borrows (PLDI 2025), transition table
// The bytes of an UnsafeCell behind a shared reference have the permission Cell, which no access changes.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

fn main() {
    #[cfg(ok)]
    let mut x = Cell::new(1u32);
    #[cfg(bad)]
    let mut x = 1u32;
    let p = &raw mut x;
    let s = unsafe { &*p };
    unsafe { p.cast::<u32>().write(2) };
    let q = &raw const *s as *const u32;
    let _v = unsafe { *q }; //~ bad ub [tb] (borrow-access) /read access .* Disabled/
    let _ = Cell::new(0);
}
