//@ title: Tree Borrows: Reserved, interior mutable: after a write it is Unique like any other
//@ from: Tree Borrows (PLDI 2025), transition table
// The tolerance ends with the first write through the reference.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

use std::cell::UnsafeCell;

fn main() {
    let mut x = UnsafeCell::new(1u32);
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    #[cfg(bad)]
    {
        *r.get_mut() = 2;
    }
    unsafe { p.cast::<u32>().write(3) };
    let q = (&raw mut *r).cast::<u32>();
    let _v = unsafe { *q }; //~ bad ub [tb] (borrow-access) /read access through .* Disabled/
}
