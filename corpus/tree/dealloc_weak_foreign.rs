//@ title: Tree Borrows: a weak protector forbids that others free
//@ from: Tree Borrows (PLDI 2025), protectors
// To free through another pointer is a foreign write to the Box.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{dealloc, Layout};

unsafe fn f(b: Box<u8>, p: *mut u8) {
    #[cfg(ok)]
    drop(b);
    #[cfg(bad)]
    {
        dealloc(p, Layout::new::<u8>()); //~ bad ub [tb] (borrow-protector) /deallocation through .* `b`.*weakly protected/
        std::mem::forget(b);
    }
    let _ = p;
}

fn main() {
    let p = Box::into_raw(Box::new(1u8));
    unsafe { f(Box::from_raw(p), p) };
    let _ = dealloc as unsafe fn(*mut u8, Layout);
}
