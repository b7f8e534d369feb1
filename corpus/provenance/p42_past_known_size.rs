//@ title: an access past the size known at the allocation is unreachable
//@ from: catalogue P42
// The allocation has one byte, so the second one can only be reached by UB, wherever the neighbour is. (An
// operation that lets an allocation grow in place would change this.)
//@ expect base [flat]: prints "" | prints "9\n"
//@ expect base [strict alloc]: prints "" | ub(out-of-bounds)
//@ check base => opt [flat]: unsound /ub/
//@ check base => opt [strict alloc]: sound

use std::alloc::{alloc, Layout};

fn main() {
    unsafe {
        let p = alloc(Layout::new::<u8>());
        let q = alloc(Layout::new::<u8>());
        *q = 9;
        let w = p.wrapping_add(1);
        if w == q {
            #[cfg(base)]
            let v = *w;
            #[cfg(base)]
            println!("{}", v);
            #[cfg(opt)]
            std::hint::unreachable_unchecked();
        }
    }
}
