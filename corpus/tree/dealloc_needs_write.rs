//@ title: Tree Borrows: freeing is a write
//@ from: Tree Borrows (PLDI 2025), protectors
// The pointer that frees must be allowed to write.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        #[cfg(ok)]
        let q = &raw mut *&mut *p;
        #[cfg(bad)]
        let q = &raw const *&*p as *mut u8;
        dealloc(q, Layout::new::<u8>()); //~ bad ub [tb] (borrow-dealloc) /deallocation through .* Frozen/
    }
}
