//@ title: `swap_nonoverlapping` of ranges that touch, and that overlap
//@ from: std::ptr::swap_nonoverlapping, Safety
// The two ranges may be neighbours. Sharing a single element is too much, and an empty swap of a pointer
// with itself is nothing.
//@ expect apart: prints "[3, 4, 1, 2]\n"
//@ expect empty: prints "[1, 2, 3, 4]\n"
//@ expect bad: ub(assume)

use std::ptr::swap_nonoverlapping;

fn main() {
    let mut a = [1u8, 2, 3, 4];
    let p = (&raw mut a).cast::<u8>();
    unsafe {
        #[cfg(apart)]
        swap_nonoverlapping(p, p.add(2), 2);
        #[cfg(empty)]
        swap_nonoverlapping(p, p, 0);
        #[cfg(bad)]
        swap_nonoverlapping(p, p.add(1), 2); //~[flat strict alloc] ub /swap_nonoverlapping/
    }
    println!("{:?}", a);
}
