//@ title: Tree Borrows: a strong protector forbids freeing, whoever frees
//@ from: Tree Borrows (PLDI 2025), protectors
// The function may not free what its reference argument points to, not even through that reference: callers rely on
// it to stay dereferenceable. After the call it may be freed.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};

unsafe fn f(r: &mut u8) -> *mut u8 {
    let p = &raw mut *r;
    #[cfg(bad)]
    dealloc(p, Layout::new::<u8>()); //~ bad ub [tb] (borrow-protector) /deallocation through .* `r`.* strongly protected/
    p
}

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        let q = f(&mut *p);
        #[cfg(ok)]
        dealloc(q, Layout::new::<u8>());
        let _ = q;
    }
}
