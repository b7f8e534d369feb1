//@ title: running a destructor without freeing
//@ from: std::ptr::drop_in_place
// The value dies, the memory stays and can be filled again.
//@ expect: prints "drop 1\n2\ndrop 2\n"

use std::alloc::{alloc, dealloc, Layout};

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    unsafe {
        let layout = Layout::new::<D>();
        let p = alloc(layout).cast::<D>();
        p.write(D(1));
        std::ptr::drop_in_place(p);
        p.write(D(2));
        println!("{}", (*p).0);
        std::ptr::drop_in_place(p);
        dealloc(p.cast(), layout);
    }
}
