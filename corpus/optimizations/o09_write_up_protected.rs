//@ title: a write moves up over a call, after an earlier write: argument
//@ from: catalogue 2.2, O09 prot
// The call reads the root pointer and stops. The first write has made the argument active, so in all
// borrow models that read is undefined.
//@ expect base [flat]: prints "42\n" then exits 0
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: ub(borrow-protector)
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound /13/

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    println!("{}", unsafe { *ROOT });
    std::process::exit(0);
}

fn o09(x: &mut i32) {
    *x = 42;
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
        o09(&mut *ROOT);
    }
}
