//@ title: a reference is retagged when it is returned
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1; Miri, return_invalid_mut
// The copy out of the function is a typed copy.
//@ expect [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-retag)

fn f(p: *mut (i32, i32)) -> &'static mut i32 {
    let r = unsafe { &mut (*p).1 };
    #[cfg(bad)]
    unsafe {
        *p = (0, 0)
    };
    r //~ bad ub [sb] (borrow-retag)
}

fn main() {
    let mut x = (0, 1);
    println!("{}", f(&raw mut x));
}
