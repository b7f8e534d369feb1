//@ title: freeing with another layout than allocating
//@ from: std::alloc::GlobalAlloc::dealloc: "layout must be the same layout"
// Size and alignment both count. Freeing a Box<u64> as a Box<[u32; 2]> has the right size and the wrong
// alignment.
//@ expect ok: prints ""
//@ expect size: ub(bad-free)
//@ expect align: ub(bad-free)

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u64>());
        #[cfg(ok)]
        dealloc(p, Layout::new::<u64>());
        #[cfg(size)]
        dealloc(p, Layout::new::<[u64; 2]>());
        #[cfg(align)]
        dealloc(p, Layout::new::<[u32; 2]>());
    }
}
