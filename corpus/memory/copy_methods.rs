//@ title: the four spellings of a raw copy
//@ from: std pointer methods copy_to, copy_from and their nonoverlapping forms
// All are the same operation with the arguments in another order.
//@ expect: prints "7 7 7 7\n"

use std::ptr;

fn main() {
    unsafe {
        let src = 7u16;
        let mut d = [0u16; 4];
        let s = &raw const src;
        let p = (&raw mut d).cast::<u16>();
        ptr::copy_nonoverlapping(s, p, 1);
        s.copy_to(p.add(1), 1);
        p.add(2).copy_from(s, 1);
        s.copy_to_nonoverlapping(p.add(3), 1);
        println!("{} {} {} {}", d[0], d[1], d[2], d[3]);
    }
}
