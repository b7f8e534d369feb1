//@ title: Tree Borrows: interior mutability is a matter of bytes
//@ from: Tree Borrows (PLDI 2025), reborrows
// Beside a Cell, a plain field behind a shared reference is as frozen as ever. The variant without precision takes the
// whole struct for a cell.
//@ expect ok [tb tb-implicit-writes tb-coarse-cells]: returns
//@ expect bad [tb-coarse-cells]: returns
//@ expect bad [tb tb-implicit-writes]: ub

use std::cell::Cell;

#[repr(C)]
struct Pair {
    fixed: u32,
    cell: Cell<u32>,
}

fn main() {
    let x = Pair { fixed: 1, cell: Cell::new(2) };
    let s = &x;
    let p = &raw const *s as *mut u32;
    unsafe {
        #[cfg(ok)]
        p.add(1).write(3);
        #[cfg(bad)]
        p.write(3); //~ bad ub [tb, tb-implicit-writes] (borrow-access) /write access through .* at offset 0 of `x` .* Frozen/
    }
    let _ = (x.fixed, x.cell.get());
}
