//@ title: using the old pointer after `realloc`
//@ from: std::alloc::GlobalAlloc::realloc
// Even if the block did not move, the old pointer is dead: only the returned one may be used.
//@ expect ok: prints "7\n"
//@ expect bad [strict alloc]: ub(dangling)

use std::alloc::{alloc, dealloc, realloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::from_size_align(4, 4).unwrap();
        let p = alloc(layout).cast::<u32>();
        *p = 7;
        let q = realloc(p.cast(), layout, 8).cast::<u32>();
        #[cfg(ok)]
        let v = *q;
        #[cfg(bad)]
        let v = *p; //~[strict alloc] ub /dangling/
        println!("{}", v);
        dealloc(q.cast(), Layout::from_size_align(8, 4).unwrap());
    }
}
