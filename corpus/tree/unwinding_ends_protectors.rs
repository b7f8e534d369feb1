//@ title: Tree Borrows: a panic ends protectors, too
//@ from: Tree Borrows (PLDI 2025), protectors
// When the frame is left by unwinding its protectors end as they do on return.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

use std::panic::{catch_unwind, AssertUnwindSafe};

fn f(r: &mut i32, p: *mut i32) {
    *r = 2;
    #[cfg(bad)]
    unsafe {
        p.write(3); //~ bad ub [tb] (borrow-protector) /which is strongly protected/
    }
    let _ = p;
    panic!();
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let _ = catch_unwind(AssertUnwindSafe(|| f(unsafe { &mut *p }, p)));
    unsafe { p.write(4) };
}
