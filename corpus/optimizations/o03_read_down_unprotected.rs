//@ title: a read moves down over a call: local reborrow
//@ from: catalogue 2.2, O03 unprot
// Without a protector the call may write: the reborrow is simply not used again. Moved down, the read
// uses what the write has ended.
//@ expect base: prints "0\n"
//@ check base => opt [sb tb flat alloc]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    unsafe { *ROOT = 7 };
}

fn o03(p: *mut i32) -> i32 {
    let x = unsafe { &mut *p };
    #[cfg(base)]
    let v = *x;
    f();
    #[cfg(opt)]
    let v = *x; //~ opt ub [sb tb] (borrow-access)
    v
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        println!("{}", o03(ROOT));
    }
}
