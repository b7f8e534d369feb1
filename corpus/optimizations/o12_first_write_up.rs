//@ title: the first write moves up over a call
//@ from: catalogue 2.2, O12 prot
// Here the models part: in Tree Borrows a protected argument that nobody has written yet may be read from
// outside. Implicit writes forbid it.
//@ expect base [flat]: prints "0\n" then exits 0
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: prints "0\n" then exits 0
//@ expect base [tb-implicit-writes]: ub(borrow-protector)
//@ check base => opt [sb tb-implicit-writes]: sound
//@ check base => opt [tb flat alloc]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    println!("{}", unsafe { *ROOT });
    std::process::exit(0);
}

fn o12(x: &mut i32) {
    #[cfg(opt)]
    {
        *x = 13;
    }
    f();
    #[cfg(base)]
    {
        *x = 13;
    }
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        o12(&mut *ROOT);
    }
}
