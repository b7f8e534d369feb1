//@ title: a shared reference to a Cell is like a raw pointer
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 7
// SharedReadWrite without an access: two of them write in turn, and a mutable reference above stays.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-retag)

use std::cell::Cell;

fn main() {
    let mut x = 1;
    let p = &raw mut x as *mut Cell<i32>;
    let m = unsafe { &mut *p };
    #[cfg(ok)]
    let c = unsafe { &*p };
    #[cfg(bad)]
    let c = unsafe { &*(p as *mut i32) };
    *m.get_mut() = 3; //~ bad ub [sb] (borrow-retag) /trying to retag from `m`/
    println!("{}", m.get());
    let _ = c;
}
