//@ title: Tree Borrows: an argument that is pinned is not protected
//@ from: Tree Borrows (PLDI 2025), reborrows
// No retag, no protector. Without the pin the write in the function conflicts with its argument.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::marker::PhantomPinned;

#[allow(dead_code)]
struct S(u8, #[cfg(ok)] PhantomPinned);

unsafe fn f(_s: &mut S, p: *mut u8) {
    *p = 2; //~ bad ub [tb] (borrow-protector) /`_s`, which is strongly protected/
}

fn main() {
    #[cfg(ok)]
    let mut s = S(1, PhantomPinned);
    #[cfg(bad)]
    let mut s = S(1);
    let p = &raw mut s;
    unsafe { f(&mut *p, p.cast()) };
    let _ = PhantomPinned;
}
