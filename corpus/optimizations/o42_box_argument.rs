//@ title: a Box argument keeps its value across a call
//@ from: catalogue 2.2, O42
// Boxes are protected as mutable references are, but weakly: they may be freed by themselves.
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: ub(borrow-protector)
//@ expect base [flat alloc]: prints "7\n"
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    unsafe { *ROOT = 7 }; //~ base ub [sb tb] (borrow-protector) /weakly protected/
}

fn o42(mut b: Box<i32>) -> i32 {
    *b = 42;
    f();
    #[cfg(base)]
    let v = *b;
    #[cfg(opt)]
    let v = 42;
    v
}

fn main() {
    let p = Box::into_raw(Box::new(0));
    unsafe {
        ROOT = p;
        println!("{}", o42(Box::from_raw(p)));
    }
}
