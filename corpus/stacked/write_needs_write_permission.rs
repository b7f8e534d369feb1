//@ title: a shared reference grants no writes
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.3; catalogue L08
// SharedReadOnly is in the stack, but does not grant writes. The way out is an UnsafeCell.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

use std::cell::UnsafeCell;

fn main() {
    #[cfg(ok)]
    let x = UnsafeCell::new(1);
    #[cfg(bad)]
    let x = 1;
    let r = &x;
    let p = r as *const _ as *mut i32;
    unsafe { *p = 2 }; //~ bad ub [sb] (borrow-access) /that tag only grants SharedReadOnly permission for this location/
    println!("{}", unsafe { *p });
    let _ = UnsafeCell::new(0);
}
