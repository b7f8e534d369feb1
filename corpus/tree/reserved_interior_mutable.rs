//@ title: Tree Borrows: Reserved, interior mutable: a foreign write leaves it
//@ from: Tree Borrows (PLDI 2025), transition table
// A mutable reference to a cell that has not been written through yet does not mind foreign writes: two-phase
// borrows of cells depend on it. A reference to a plain integer does.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::UnsafeCell;

fn main() {
    #[cfg(ok)]
    let mut x = UnsafeCell::new(1u32);
    #[cfg(bad)]
    let mut x = 1u32;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    unsafe { p.cast::<u32>().write(2) };
    let q = &raw mut *r;
    unsafe { q.cast::<u32>().write(3) }; //~ bad ub [tb] (borrow-access) /write access through .* Disabled/
    let _ = UnsafeCell::new(0);
}
