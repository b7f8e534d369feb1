//@ title: a local forwarded over a call after a raw pointer to it was leaked
//@ from: catalogue 2.2, O39
// Stacked Borrows: the local's write removes the raw pointer. Tree Borrows: they share one tag.
//@ expect base [sb]: ub(borrow-access)
//@ expect base [tb]: prints "7\n"
//@ expect base [flat alloc]: prints "7\n"
//@ check base => opt [sb]: sound
//@ check base => opt [tb tb-implicit-writes flat alloc]: unsound

static mut LEAK: *mut i32 = std::ptr::null_mut();

fn g() {
    unsafe { *LEAK = 7 }; //~ base ub [sb] (borrow-access)
}

fn main() {
    let mut l = 0;
    unsafe { LEAK = &raw mut l };
    l = 1;
    g();
    #[cfg(base)]
    let v = l;
    #[cfg(opt)]
    let v = 1;
    println!("{}", v);
    let _ = l;
}
