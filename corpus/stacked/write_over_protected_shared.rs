//@ title: a write may not end a protected shared reference
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.3
// A function may rely on what its shared references point to until it returns.
//@ expect ok [sb]: prints "1 2\n"
//@ expect bad [sb]: ub(borrow-protector)

fn f(s: &i32, p: *mut i32) -> i32 {
    let v = *s;
    #[cfg(bad)]
    unsafe {
        *p = 2 //~ bad ub [sb] (borrow-protector) /would remove \[SharedReadOnly for `(f::)?s`\] which is strongly protected/
    };
    v
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let v = f(unsafe { &*p }, p);
    #[cfg(ok)]
    unsafe {
        *p = 2
    };
    println!("{} {}", v, x);
}
