//@ title: a read moves up over a write through a local reborrow
//@ from: catalogue 2.2, O25 unprot
// If y is the parent of x, the read sees the old value instead.
//@ expect base [flat alloc]: prints "1\n"
//@ expect base [sb]: prints "1\n"
//@ expect base [tb]: prints "1\n"
//@ check base => opt [flat alloc sb tb]: unsound

fn o25(p: *mut i32, y: *const i32) -> i32 {
    let x = unsafe { &mut *p };
    #[cfg(opt)]
    let b = unsafe { *y };
    *x = 1;
    #[cfg(base)]
    let b = unsafe { *y };
    b
}

fn main() {
    let mut v = 0;
    let p = &raw mut v;
    println!("{}", o25(p, p));
}
