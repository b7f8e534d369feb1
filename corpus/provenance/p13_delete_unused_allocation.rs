//@ title: deleting an allocation that nobody uses
//@ from: catalogue P13
// An allocation is not an event that anybody sees. Without it the remaining objects may lie anywhere
// the original could have put them too.
//@ expect base: prints "3 false\n" | prints "3 true\n"
//@ check base => opt: sound
//@ check opt => base: sound

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        #[cfg(not(opt))]
        {
            let layout = Layout::new::<u64>();
            let unused = alloc(layout);
            dealloc(unused, layout);
        }
        let q = Box::into_raw(Box::new(3u8));
        println!("{} {}", *q, q.addr() == 0x4000);
    }
}
