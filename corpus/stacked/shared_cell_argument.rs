//@ title: a Cell argument may change while the call runs
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 7
// Its items carry no protected flag, although the tag counts as protected.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-protector)

use std::cell::Cell;

#[cfg(ok)]
type T = Cell<i32>;
#[cfg(bad)]
type T = i32;

fn f(_c: &T, p: *mut i32) {
    unsafe { *p = 3 }; //~ bad ub [sb] (borrow-protector) /strongly protected/
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    f(unsafe { &*(p as *const T) }, p);
    println!("{}", x);
    let _ = Cell::new(0);
}
