//@ title: inside ManuallyDrop references are not retagged
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1
// It may hold what has lost its permission. Taking the reference out is a typed copy.
//@ expect ok [sb]: prints "ok\n"
//@ expect bad [sb]: ub(borrow-retag)

use std::mem::ManuallyDrop;

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let m = ManuallyDrop::new(unsafe { &mut *p });
    unsafe { *p = 2 };
    let n = m;
    #[cfg(bad)]
    let _r = ManuallyDrop::into_inner(n); //~ bad ub [sb] (borrow-retag) /for Unique permission/
    #[cfg(ok)]
    let _r = n;
    println!("ok");
}
