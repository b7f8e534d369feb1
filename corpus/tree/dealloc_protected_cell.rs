//@ title: Tree Borrows: a protected cell may be freed
//@ from: Tree Borrows (PLDI 2025), protectors
// Cell bytes do not forbid freeing: a reference count that reaches zero is freed while a `&` to it is an argument.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};
use std::cell::Cell;

#[cfg(ok)]
type Count = Cell<u8>;
#[cfg(bad)]
type Count = u8;

unsafe fn f(_c: &Count, p: *mut u8) {
    dealloc(p, Layout::new::<u8>()); //~ bad ub [tb] (borrow-protector) /`_c`.*strongly protected/
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        f(&*p.cast::<Count>(), p);
    }
    let _ = Cell::new(0);
}
