//@ title: protectors last until the frame is unwound, its cleanup included
//@ from: borrow models: protectors end when a frame is popped, by a return or by unwinding
// A destructor that runs while `callee` is cleaned up still meets the protector of `x`. The caller's own
// destructors run when that frame is gone.
//@ expect inside [flat strict alloc]: prints "7\n"
//@ expect inside [sb tb]: ub /protected/
//@ expect outside: prints "7\n"
//@ expect caught: prints "7\n"
use std::panic::{catch_unwind, AssertUnwindSafe};

struct Writes(*mut i32);

impl Drop for Writes {
    fn drop(&mut self) {
        unsafe { *self.0 = 7 }
    }
}

fn callee(x: &mut i32, _given: Option<Writes>) {
    *x = 1;
    panic!("with x protected");
}

fn caller(p: *mut i32) {
    #[cfg(outside)]
    let _mine = Writes(p);
    #[cfg(inside)]
    let given = Some(Writes(p));
    #[cfg(any(outside, caught))]
    let given = None;
    callee(unsafe { &mut *p }, given);
}

fn main() {
    let mut value = 0;
    let p = &mut value as *mut i32;
    let _ = catch_unwind(AssertUnwindSafe(|| caller(p)));
    #[cfg(caught)]
    unsafe {
        *p = 7
    }
    println!("{}", unsafe { *p });
}
