//@ title: Tree Borrows, exposed tags: freeing through a wildcard pointer
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// It is a write through some exposed tag, and strong protectors forbid it.
//@ expect ok [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

use std::alloc::{alloc, dealloc, Layout};

unsafe fn f(_r: &u8, p: *mut u8) {
    #[cfg(bad)]
    dealloc(p, Layout::new::<u8>()); //~ bad ub [tb tb-wildcard] (borrow-protector) /deallocation .* strongly protected/
    let _ = p;
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        let wild = p as usize as *mut u8;
        f(&*p, wild);
        #[cfg(ok)]
        dealloc(wild, Layout::new::<u8>());
    }
}
