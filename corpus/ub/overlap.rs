//@ title: `copy_nonoverlapping` of overlapping ranges
//@ from: std::ptr::copy_nonoverlapping
// `copy` behaves as if through a buffer and may overlap. Neighbouring ranges do not overlap.
//@ expect ok: prints "[1, 2, 1, 2]\n"
//@ expect bad: ub(overlap)
//@ expect moves: prints "[1, 1, 2, 4]\n"

use std::ptr;

fn main() {
    let mut a = [1u8, 2, 3, 4];
    let p = (&raw mut a).cast::<u8>();
    unsafe {
        #[cfg(ok)]
        ptr::copy_nonoverlapping(p, p.add(2), 2);
        #[cfg(bad)]
        ptr::copy_nonoverlapping(p, p.add(1), 2);
        #[cfg(moves)]
        ptr::copy(p, p.add(1), 2);
    }
    println!("{:?}", a);
}
