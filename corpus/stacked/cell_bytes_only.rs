//@ title: interior mutability is a matter of bytes
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1, 2.5
// Behind one shared reference, the bytes of the Cell are SharedReadWrite and those beside it SharedReadOnly.
//@ expect ok [sb]: prints "5 1\n"
//@ expect bad [sb]: ub(borrow-access)

use std::cell::Cell;

#[repr(C)]
struct S {
    cell: Cell<i32>,
    plain: i32,
}

fn main() {
    let s = S { cell: Cell::new(2), plain: 1 };
    let r = &s;
    let p = r as *const S as *mut i32;
    #[cfg(ok)]
    unsafe {
        *p = 5
    };
    #[cfg(bad)]
    unsafe {
        *p.add(1) = 5 //~ bad ub [sb] (borrow-access) /at offset 4 of `s`, but that tag only grants SharedReadOnly/
    };
    println!("{} {}", r.cell.get(), r.plain);
}
