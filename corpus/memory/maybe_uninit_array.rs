//@ title: an array initialised element by element
//@ from: std::mem::MaybeUninit, "Initializing an array element-by-element"
// An array of MaybeUninit needs no initialisation; when all elements are there, it may be read as an array.
//@ expect ok: prints "[0, 1, 4]\n"
//@ expect bad: ub(uninit)

use std::mem::{transmute, MaybeUninit};

fn main() {
    let mut a = [MaybeUninit::<u32>::uninit(); 3];
    #[cfg(ok)]
    let n = 3;
    #[cfg(bad)]
    let n = 2;
    for i in 0..n {
        a[i].write((i * i) as u32);
    }
    let a: [u32; 3] = unsafe { transmute(a) };
    println!("{:?}", a);
}
