//@ title: Tree Borrows: interior mutability in arrays of pairs
//@ from: Tree Borrows (PLDI 2025), reborrows
// Every other byte is a cell.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

#[repr(C)]
struct Pair {
    fixed: u8,
    cell: Cell<u8>,
}

fn main() {
    let a = [Pair { fixed: 1, cell: Cell::new(2) }, Pair { fixed: 3, cell: Cell::new(4) }];
    let s = &a;
    let p = &raw const *s as *mut u8;
    unsafe {
        p.add(1).write(5);
        #[cfg(ok)]
        p.add(3).write(6);
        #[cfg(bad)]
        p.add(2).write(6); //~ bad ub [tb] (borrow-access) /at offset 2 of `a` .* Frozen/
    }
    let _ = (a[0].fixed, a[1].cell.get());
}
