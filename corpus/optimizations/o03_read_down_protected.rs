//@ title: a read moves down over a call: argument
//@ from: catalogue 2.2, O03 prot
// The call may write the root pointer, which is undefined while the argument is protected.
//@ expect base [flat]: prints "0\n"
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: ub(borrow-protector)
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound /7/

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    unsafe { *ROOT = 7 };
}

fn o03(x: &mut i32) -> i32 {
    #[cfg(base)]
    let v = *x;
    f();
    #[cfg(opt)]
    let v = *x;
    v
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        println!("{}", o03(&mut *ROOT));
    }
}
