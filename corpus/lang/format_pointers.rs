//@ title: {:p} takes a width, a fill and zeroes
//@ from: std::fmt::Pointer
// `{:#p}` is as wide as any address; `{:?}` of a raw pointer is `{:p}`.
//@ expect: prints "0x10|0x0000000000000010|      0x10|0x10    |**0x10**|0x000010|0x10\n0x0 0x4\n"

use std::ptr;

fn main() {
    let p = 0x10 as *const u8;
    println!("{:p}|{:#p}|{:>10p}|{:<8p}|{:*^8p}|{:08p}|{:?}", p, p, p, p, p, p, p);
    println!("{:p} {:?}", ptr::null::<u8>(), ptr::dangling::<u32>());
}
