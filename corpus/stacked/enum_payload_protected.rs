//@ title: a reference inside an Option argument is protected
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1
// The walk enters the active variant.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-protector)

fn f(_o: Option<&mut i32>, p: *mut i32) {
    unsafe { *p = 2 }; //~ bad ub [sb] (borrow-protector) /strongly protected/
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(ok)]
    f(None, p);
    #[cfg(bad)]
    f(Some(unsafe { &mut *p }), p);
    println!("{}", x);
}
