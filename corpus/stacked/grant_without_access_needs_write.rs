//@ title: a SharedReadWrite item needs a parent that may write
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6
// No access happens, but from a pointer that may only read no pointer that may write can be made.
//@ expect ok [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-retag)

use std::cell::Cell;

fn main() {
    let mut x = 1;
    #[cfg(ok)]
    let p = &raw mut x as *const i32;
    #[cfg(bad)]
    let p = &raw const x;
    let _c = unsafe { &*(p as *const Cell<i32>) }; //~ bad ub [sb] (borrow-retag) /for SharedReadWrite permission .* only grants SharedReadOnly permission/
    x += 0;
    println!("{}", x);
}
