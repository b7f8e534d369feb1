//@ title: Tree Borrows: a protected reference to nothing does not forbid freeing
//@ from: Tree Borrows (PLDI 2025), protectors
// Only accessed bytes count.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};

#[cfg(ok)]
type Arg = [u8; 0];
#[cfg(bad)]
type Arg = [u8; 1];

unsafe fn f(_z: &Arg, p: *mut u8) {
    dealloc(p, Layout::new::<u8>()); //~ bad ub [tb] (borrow-protector) /`_z`.*strongly protected/
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        f(&*p.cast::<Arg>(), p);
    }
}
