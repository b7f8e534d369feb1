//@ title: the contents of a vtable are nobody's data
//@ from: std::ptr::DynMetadata
// Compilers put the size of the value there; a program may not look.
//@ expect: prints "1\n"
//@ expect peek: ub(vtable-access) /a vtable/

use std::mem::{size_of_val, transmute};

trait T {
    fn get(&self) -> u8 {
        0
    }
}
impl T for u8 {}

fn main() {
    let d: &dyn T = &7u8;
    #[cfg(not(peek))]
    let size = size_of_val(d);
    #[cfg(peek)]
    let size = unsafe {
        let words: (*const (), *const usize) = transmute(d);
        *words.1.add(1)
    };
    println!("{}", size);
}
