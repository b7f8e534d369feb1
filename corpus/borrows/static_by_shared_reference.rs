//@ title: a shared reference to a `static mut` grants no writes
//@ from: semantics/borrow-models section 1: constants are retagged when they are assigned
// The address of a static is a constant of its own; the reference that holds it is a new one.
//@ expect: prints "1\n"
//@ expect write [flat strict alloc]: prints "2\n"
//@ expect write [sb]: ub(borrow-access)
//@ expect write [tb]: ub(borrow-access)
#![allow(static_mut_refs)]

static mut X: i32 = 1;

fn main() {
    let r: &'static i32 = unsafe { &X };
    let p = r as *const i32 as *mut i32;
    #[cfg(write)]
    unsafe {
        *p = 2; //~ write ub [sb tb] (borrow-access)
    }
    println!("{}", unsafe { *p });
}
