//@ title: `realloc` may move or stay
//@ from: std::alloc::GlobalAlloc::realloc
// Whether the address stays is up to the allocator: a program sees either.
//@ expect: prints "7 true\n" | prints "7 false\n"

use std::alloc::{alloc, realloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::from_size_align(1, 1).unwrap();
        let p = alloc(layout);
        *p = 7;
        let old = p.addr();
        let q = realloc(p, layout, 2);
        println!("{} {}", *q, q.addr() == old);
    }
}
