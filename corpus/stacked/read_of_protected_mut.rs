//@ title: a read may not disable a protected reference
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.2
// The reference that a running call was given may not lose its permission, not even by a read from below.
// After the call it may.
//@ expect ok [sb]: prints "1 2\n"
//@ expect bad [sb]: ub(borrow-protector)

fn f(r: &mut i32, p: *const i32) -> i32 {
    *r = 1;
    #[cfg(bad)]
    return unsafe { *p }; //~ bad ub [sb] (borrow-protector) /would remove \[Unique for `(f::)?r`\] which is strongly protected/
    #[cfg(ok)]
    return unsafe { *(r as *mut i32) };
}

fn main() {
    let mut x = 0;
    let p = &raw mut x;
    let a = f(unsafe { &mut *p }, p);
    unsafe { *p = 2 };
    println!("{} {}", a, x);
}
