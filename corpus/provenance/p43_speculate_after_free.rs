//@ title: the same when the call may free the memory
//@ from: derived from catalogue P43; story S10 (shrinking)
// Having been readable once is not enough. If the guard is what protects the load from freed memory, it
// has to stay.
//@ expect base: prints "4\n"
//@ expect opt [strict alloc]: ub(dangling)
//@ check base => opt [strict alloc]: unsound /ub/
//@ check base => opt [flat]: unsound /ub/

unsafe fn g(p: *mut i32, keep: bool) -> i32 {
    let a = *p;
    if !keep {
        drop(Box::from_raw(p));
    }
    #[cfg(base)]
    let b = if keep { *p } else { 0 };
    #[cfg(opt)]
    let b = {
        let early = *p;
        if keep { early } else { 0 }
    };
    a + b
}

fn main() {
    println!("{}", unsafe { g(Box::into_raw(Box::new(4)), false) });
}
