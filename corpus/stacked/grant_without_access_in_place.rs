//@ title: a retag without access joins its parent's group
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.6
// The new item goes directly above the parent's group, below what lies there already. Nothing is ended; a read
// in its place would disable the mutable reference.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

use std::cell::Cell;

fn main() {
    let x = Cell::new(1);
    let p = x.as_ptr();
    let m = unsafe { &mut *p };
    #[cfg(ok)]
    let _c: &Cell<i32> = unsafe { &*(p as *const Cell<i32>) };
    #[cfg(bad)]
    let _c: &i32 = unsafe { &*p };
    *m = 2; //~ bad ub [sb] (borrow-access) /write access using `m`/
    println!("{}", *m);
}
