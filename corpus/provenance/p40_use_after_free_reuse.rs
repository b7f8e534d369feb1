//@ title: a stale pointer to memory that was given out again
//@ from: catalogue P40
// The allocator may reuse the address, and `==` sees no difference. But the old pointer died with its
// allocation: writing through it is UB and the value of the new one can be forwarded.
//@ expect base [flat]: prints "" | prints "1\n"
//@ expect base [strict alloc]: prints "" | ub(dangling)
//@ check base => opt [flat]: unsound /prints "5/
//@ check base => opt [strict alloc]: sound

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::new::<u8>();
        let p = alloc(layout);
        dealloc(p, layout);
        let q = alloc(layout);
        *q = 5;
        if p == q {
            *p = 1; //~[strict alloc] ub /dangling/
            #[cfg(base)]
            println!("{}", *q);
            #[cfg(opt)]
            println!("{}", 5);
        }
    }
}
