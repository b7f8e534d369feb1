//@ title: `realloc` spelled out
//@ from: std::alloc::GlobalAlloc::realloc (its provided implementation)
// Allocate, copy the common part, free the old block: the default implementation is one of the behaviours
// of realloc. Its result never lies where the old block was.
//@ expect base: prints "7\n"
//@ check base => opt: sound
//@ check opt => base: sound

use std::alloc::{alloc, dealloc, realloc, Layout};
use std::ptr;

fn main() {
    unsafe {
        let layout = Layout::from_size_align(1, 1).unwrap();
        let p = alloc(layout);
        *p = 7;
        #[cfg(base)]
        let q = realloc(p, layout, 2);
        #[cfg(opt)]
        let q = {
            let q = alloc(Layout::from_size_align(2, 1).unwrap());
            ptr::copy_nonoverlapping(p, q, 1);
            dealloc(p, layout);
            q
        };
        println!("{}", *q);
        dealloc(q, Layout::from_size_align(2, 1).unwrap());
    }
}
