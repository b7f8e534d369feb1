//@ title: interior mutability ends where the `UnsafeCell` ends
//@ from: Rust Reference, "mutating immutable bytes" (unless part of an UnsafeCell); Miri allows it all
// A static that contains a cell is not mutable as a whole: the field next to the cell still never changes.
//@ expect ok: prints "1 5\n"
//@ expect bad [flat strict alloc]: ub(read-only)
//@ expect bad [sb tb]: ub(borrow-access)

use std::cell::UnsafeCell;

#[repr(C)]
struct Shared {
    fixed: u32,
    cell: UnsafeCell<u32>,
}
unsafe impl Sync for Shared {}

static S: Shared = Shared { fixed: 1, cell: UnsafeCell::new(2) };

fn main() {
    let p = (&raw const S).cast::<u32>().cast_mut();
    unsafe {
        #[cfg(ok)]
        p.add(1).write(5);
        #[cfg(bad)]
        p.write(5); //~[flat strict alloc] ub /read-only/
        println!("{} {}", S.fixed, *S.cell.get());
    }
}
