//@ title: Tree Borrows: a union with a cell is one as a whole
//@ from: Tree Borrows (PLDI 2025), reborrows
// Which field is meant is not known.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;

#[allow(dead_code)]
#[repr(C)]
union U {
    all: [u8; 2],
    #[cfg(ok)]
    part: ManuallyDrop<UnsafeCell<u8>>,
    #[cfg(bad)]
    part: ManuallyDrop<u8>,
}

fn main() {
    let u = U { all: [1, 2] };
    let s = &u;
    let p = &raw const *s as *mut u8;
    unsafe {
        p.add(1).write(3); //~ bad ub [tb] (borrow-access) /at offset 1 of `u` .* Frozen/
    }
    let _ = UnsafeCell::new(0);
    let _ = ManuallyDrop::new(0);
}
