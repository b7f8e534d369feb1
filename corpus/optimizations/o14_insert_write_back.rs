//@ title: `*x = *x` inserted at function entry
//@ from: catalogue 2.2, O14 prot
// A write that changes nothing is still a write: Tree Borrows without implicit writes has programs that
// tell.
//@ expect base [flat]: prints "0\n"
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: prints "0\n"
//@ expect base [tb-implicit-writes]: ub(borrow-protector)
//@ check base => opt [sb tb-implicit-writes flat alloc]: sound
//@ check base => opt [tb]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    println!("{}", unsafe { *ROOT });
}

fn o14(_x: &mut i32) {
    #[cfg(opt)]
    {
        let v = *_x;
        *_x = v;
    }
    f();
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        o14(&mut *ROOT);
    }
}
