//@ title: a copy whose last element does not fit
//@ from: std::ptr::copy, safety section
// Both ranges must be valid for the whole count, even if the bytes would not matter.
//@ expect ok: prints "[1, 2, 0]\n"
//@ expect read [strict alloc]: ub(out-of-bounds)
//@ expect write [strict alloc]: ub(out-of-bounds)

use std::ptr;

fn main() {
    let from = [1u8, 2];
    let mut to = [0u8; 3];
    let p = (&raw const from).cast::<u8>();
    let q = (&raw mut to).cast::<u8>();
    unsafe {
        #[cfg(ok)]
        ptr::copy_nonoverlapping(p, q, 2);
        #[cfg(read)]
        ptr::copy_nonoverlapping(p, q, 3);
        #[cfg(write)]
        ptr::copy_nonoverlapping(p, q.wrapping_add(2), 2);
    }
    println!("{:?}", to);
}
