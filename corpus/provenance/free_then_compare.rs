//@ title: moving a free below an allocation
//@ from: derived from catalogue P13, P40
// Freed first, the new block may take the old place; freed later it cannot. Delaying a free shrinks the set of
// layouts, advancing it is a new behaviour.
//@ expect early: prints "false\n" | prints "true\n"
//@ expect late: prints "false\n"
//@ check early => late: sound
//@ check late => early: unsound /prints "true/

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::new::<u32>();
        let p = alloc(layout);
        #[cfg(early)]
        dealloc(p, layout);
        let q = alloc(layout);
        println!("{}", p == q);
        #[cfg(late)]
        dealloc(p, layout);
        dealloc(q, layout);
    }
}
