//@ title: memory is not freed through a pointer that may only read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.4
// A `*const` made of a shared reference does not grant the write that a deallocation is.
//@ expect ok [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-dealloc)

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    let layout = Layout::new::<u32>();
    unsafe {
        let p = alloc(layout) as *mut u32;
        *p = 1;
        #[cfg(ok)]
        let q = &raw mut *p;
        #[cfg(bad)]
        let q = &*p as *const u32 as *mut u32;
        dealloc(q as *mut u8, layout); //~ bad ub [sb] (borrow-dealloc) /only grants SharedReadOnly permission/
    }
    println!("freed");
}
