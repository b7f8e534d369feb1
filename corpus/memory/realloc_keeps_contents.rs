//@ title: `realloc` keeps what fits
//@ from: std::alloc::realloc
// The common prefix is copied; what is new is uninitialised.
//@ expect: prints "1 2\n1\n"
//@ expect bad: prints "1 2\n" then ub(uninit)

use std::alloc::{alloc, dealloc, realloc, Layout};

fn main() {
    unsafe {
        let two = Layout::from_size_align(2, 1).unwrap();
        let p = alloc(two);
        *p = 1;
        *p.add(1) = 2;
        let q = realloc(p, two, 4);
        println!("{} {}", *q, *q.add(1));
        #[cfg(bad)]
        println!("{}", *q.add(2));
        let r = realloc(q, Layout::from_size_align(4, 1).unwrap(), 1);
        println!("{}", *r);
        dealloc(r, Layout::from_size_align(1, 1).unwrap());
    }
}
