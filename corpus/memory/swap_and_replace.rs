//@ title: ptr::swap, ptr::replace, ptr::read and ptr::write
//@ from: std::ptr
// They move values bit by bit and never run destructors: ownership is the caller's business.
//@ expect: prints "2 1\n2 9\ndrop 7\ndrop 8\n"

use std::mem::ManuallyDrop;
use std::ptr;

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    unsafe {
        let (mut a, mut b) = (1, 2);
        ptr::swap(&raw mut a, &raw mut b);
        println!("{} {}", a, b);
        let old = ptr::replace(&raw mut a, 9);
        println!("{} {}", old, a);
        let mut d = ManuallyDrop::new(D(7));
        let copy = ptr::read((&raw const d).cast::<D>());
        drop(copy);
        ptr::write((&raw mut d).cast::<D>(), D(8));
        ManuallyDrop::drop(&mut d);
    }
}
