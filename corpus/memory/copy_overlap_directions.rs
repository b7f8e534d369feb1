//@ title: `copy` works in both directions
//@ from: std::ptr::copy (memmove)
// As if through a buffer: the source is read completely before the destination is written.
//@ expect: prints "[1, 1, 2, 3]\n[2, 3, 4, 4]\n"

use std::ptr;

fn main() {
    unsafe {
        let mut a = [1, 2, 3, 4];
        let p = (&raw mut a).cast::<i32>();
        ptr::copy(p, p.add(1), 3);
        println!("{:?}", a);
        let mut b = [1, 2, 3, 4];
        let q = (&raw mut b).cast::<i32>();
        ptr::copy(q.add(1), q, 3);
        println!("{:?}", b);
    }
}
