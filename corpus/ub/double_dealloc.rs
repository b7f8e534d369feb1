//@ title: calling `dealloc` twice
//@ from: std::alloc::GlobalAlloc::dealloc
// The same with the raw allocator interface.
//@ expect: prints ""
//@ expect bad [strict alloc]: ub(double-free)

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::new::<u64>();
        let p = alloc(layout);
        dealloc(p, layout);
        #[cfg(bad)]
        dealloc(p, layout); //~[strict alloc] ub /double-free/
    }
}
