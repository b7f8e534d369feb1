//@ title: Tree Borrows: freeing with a pointer that has lost its permission
//@ from: Tree Borrows (PLDI 2025), protectors
// A write by somebody else disables the pointer; freeing through it is then forbidden, too.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        p.write(1);
        let q = &raw mut *&mut *p;
        #[cfg(bad)]
        p.write(2);
        dealloc(q, Layout::new::<u8>()); //~ bad ub [tb] (borrow-dealloc) /deallocation through `q` .* Disabled/
    }
}
