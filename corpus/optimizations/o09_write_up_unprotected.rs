//@ title: a write moves up over a call, after an earlier write: local reborrow
//@ from: catalogue 2.2, O09 unprot
// Without a protector the call may read the root pointer and stop.
//@ expect base [flat]: prints "42\n" then exits 0
//@ expect base [sb]: prints "42\n" then exits 0
//@ expect base [tb]: prints "42\n" then exits 0
//@ check base => opt: unsound /13/

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    println!("{}", unsafe { *ROOT });
    std::process::exit(0);
}

fn o09(p: *mut i32) {
    let x = unsafe { &mut *p };
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
        o09(ROOT);
    }
}
