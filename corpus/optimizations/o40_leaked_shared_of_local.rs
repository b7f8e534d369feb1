//@ title: a local forwarded over a call after only a shared reference was leaked
//@ from: catalogue 2.2, O40
// A shared reference without cells lets nobody write.
//@ expect base [sb]: ub(borrow-access)
//@ expect base [tb]: ub(borrow-access)
//@ expect base [flat alloc]: prints "7\n"
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound

static mut LEAK: *const i32 = std::ptr::null();

fn g() {
    unsafe { *(LEAK as *mut i32) = 7 }; //~ base ub [sb tb] (borrow-access)
}

fn main() {
    let l = 1;
    unsafe { LEAK = &l };
    g();
    #[cfg(base)]
    let v = l;
    #[cfg(opt)]
    let v = 1;
    println!("{}", v);
    let _ = l;
}
