//@ title: a mutable argument keeps its value across an unknown call
//@ from: Stacked Borrows (POPL 2020), section 1; catalogue O01
// What f may do to x: it has no access, but an older raw pointer does. Where references are tracked such
// a write is undefined, so the read after the call may be forwarded.
//@ expect base [flat strict alloc]: prints "7\n"
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: ub(borrow-protector)
//@ check base => opt [sb tb]: sound
//@ check base => opt [flat strict alloc]: unsound /42/

static mut LEAK: *mut i32 = std::ptr::null_mut();

fn f() {
    unsafe { *LEAK = 7 }; //~ base ub [sb tb] (borrow-protector) /strongly protected/
}

fn foo(x: &mut i32) -> i32 {
    *x = 42;
    f();
    #[cfg(base)]
    let v = *x;
    #[cfg(opt)]
    let v = 42;
    v
}

fn main() {
    let mut x = 0;
    unsafe {
        LEAK = &raw mut x;
        println!("{}", foo(&mut *LEAK));
    }
}
