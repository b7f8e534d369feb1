//@ title: boxes of nothing allocate nothing
//@ from: std::boxed, "Memory layout"; std::alloc (zero-sized layouts are UB)
// A Box<()> may be made from any aligned pointer that is not null. Asking the allocator for zero bytes is UB.
//@ expect: prints "ok\n"
//@ expect bad: ub(assume)

use std::alloc::{alloc, Layout};

fn main() {
    unsafe {
        let b = Box::from_raw(std::ptr::dangling_mut::<()>());
        drop(b);
        #[cfg(bad)]
        let _p = alloc(Layout::new::<()>());
        println!("ok");
    }
}
