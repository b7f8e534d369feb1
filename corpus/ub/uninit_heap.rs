//@ title: fresh heap memory is not initialised
//@ from: std::alloc::alloc and alloc_zeroed
// `alloc` promises nothing about the contents, `alloc_zeroed` does.
//@ expect ok: prints "0\n"
//@ expect bad: ub(uninit)

use std::alloc::{alloc, alloc_zeroed, Layout};

fn main() {
    unsafe {
        let layout = Layout::new::<u32>();
        #[cfg(ok)]
        let p = alloc_zeroed(layout).cast::<u32>();
        #[cfg(bad)]
        let p = alloc(layout).cast::<u32>();
        println!("{}", *p);
    }
}
