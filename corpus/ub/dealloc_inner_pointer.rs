//@ title: freeing a pointer into the middle of a block
//@ from: std::alloc::GlobalAlloc::dealloc
// The pointer has to be the one that the allocator returned (its address, that is).
//@ expect ok: prints ""
//@ expect bad [strict alloc]: ub(bad-free)

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::new::<[u8; 2]>();
        let p = alloc(layout);
        #[cfg(ok)]
        dealloc(p.wrapping_add(1).wrapping_sub(1), layout);
        #[cfg(bad)]
        dealloc(p.wrapping_add(1), layout);
    }
}
