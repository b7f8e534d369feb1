//@ title: Tree Borrows: freeing through an argument that is a reference to nothing
//@ from: Tree Borrows (PLDI 2025), protectors
// The write that comes with freeing makes the byte an accessed one of the argument, whose strong protector then forbids it.
// Through another pointer it is fine.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};

unsafe fn f(z: &mut [u8; 0], p: *mut u8) {
    #[cfg(ok)]
    let from = p;
    #[cfg(bad)]
    let from = &raw mut *z as *mut u8;
    dealloc(from, Layout::new::<u8>()); //~ bad ub [tb] (borrow-protector) /deallocation through .* `z`.* strongly protected/
    let _ = (z, p);
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        f(&mut *p.cast(), p);
    }
}
