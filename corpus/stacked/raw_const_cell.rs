//@ title: a *const to a Cell may write
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 13
// Of cell bytes a `*const` is SharedReadWrite, too.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

use std::cell::Cell;

fn main() {
    #[cfg(ok)]
    let x = Cell::new(1);
    #[cfg(bad)]
    let x = 1;
    let p = &raw const x;
    unsafe { *(p as *mut i32) = 2 }; //~ bad ub [sb] (borrow-access) /only grants SharedReadOnly/
    println!("{}", unsafe { *(p as *const i32) });
    let _ = Cell::new(0);
}
