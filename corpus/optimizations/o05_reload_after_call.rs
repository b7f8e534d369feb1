//@ title: a reload after a call that has no access to x
//@ from: catalogue 2.2, O05 prot
//@ expect base [flat]: prints "0 7\n"
//@ expect base [sb]: ub(borrow-protector)
//@ expect base [tb]: ub(borrow-protector)
//@ check base => opt [sb tb tb-implicit-writes]: sound
//@ check base => opt [flat alloc]: unsound

static mut ROOT: *mut i32 = std::ptr::null_mut();

fn f() {
    unsafe { *ROOT = 7 };
}

fn o05(x: &mut i32) -> (i32, i32) {
    let v = *x;
    f();
    #[cfg(base)]
    let w = *x;
    #[cfg(opt)]
    let w = v;
    (v, w)
}

fn main() {
    let mut x = 0;
    unsafe {
        ROOT = &raw mut x;
        let (v, w) = o05(&mut *ROOT);
        println!("{} {}", v, w);
    }
}
