//@ title: copying a struct field by field
//@ from: UCG, "padding"; derived
// As long as nobody reads the padding, a typed copy, a byte copy and a copy of each field are the same.
//@ expect base: prints "1 2\n"
//@ check base => bytes: sound
//@ check base => fields: sound
//@ check bytes => base: sound

use std::ptr;

#[repr(C)]
#[derive(Clone, Copy)]
struct S {
    a: u8,
    b: u16,
}

fn main() {
    let from = S { a: 1, b: 2 };
    let mut to = S { a: 0, b: 0 };
    #[cfg(base)]
    {
        to = from;
    }
    #[cfg(bytes)]
    unsafe {
        ptr::copy_nonoverlapping(&raw const from, &raw mut to, 1);
    }
    #[cfg(fields)]
    {
        to.a = from.a;
        to.b = from.b;
    }
    println!("{} {}", to.a, to.b);
}
