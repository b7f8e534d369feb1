//@ title: Cell and UnsafeCell: changing what is shared
//@ from: std::cell
// `&Cell` may be written through. UnsafeCell is the primitive below: `get` gives a raw pointer.
//@ expect: prints "1 5 5\n5 7\n8 9\n"

use std::cell::{Cell, UnsafeCell};

fn main() {
    let c = Cell::new(1);
    let (a, b) = (&c, &c);
    let before = a.get();
    a.set(5);
    println!("{} {} {}", before, b.get(), c.get());
    println!("{} {}", c.replace(7), c.get());
    let u = UnsafeCell::new(8);
    let r = &u;
    unsafe {
        let old = *r.get();
        *r.get() += 1;
        println!("{} {}", old, *u.get());
    }
}
