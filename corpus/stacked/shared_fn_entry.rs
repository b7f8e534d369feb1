//@ title: a shared reference argument is protected
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 6
// The RFC's sentence: what a function was given a shared reference to does not change while it runs.
//@ expect ok [sb]: prints "1 2\n"
//@ expect bad [sb]: ub(borrow-protector)

fn f(s: &i32, g: impl FnOnce()) -> i32 {
    #[cfg(bad)]
    g();
    let v = *s;
    #[cfg(ok)]
    drop(g);
    v
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let set = || unsafe {
        *p = 2 //~ bad ub [sb] (borrow-protector) /SharedReadOnly for .* which is strongly protected/
    };
    let v = f(unsafe { &*p }, set);
    #[cfg(ok)]
    unsafe {
        *p = 2
    };
    println!("{} {}", v, unsafe { *p });
}
