//@ title: an approximated access forgets what is protected below
//@ from: semantics/borrow-models 2.9
// The access through w makes the stack unknown, with the argument's protected item in it. sb-wildcard no longer
// knows of it when p writes; sb does.
//@ expect [sb]: ub(borrow-protector)
//@ expect [sb-wildcard]: prints "7\n"

fn f(r: &mut i32, p: *mut i32) {
    let w = r as *mut i32 as usize as *mut i32;
    unsafe {
        *w = 1;
        *p = 7; //~ ub [sb] (borrow-protector) /strongly protected/
    }
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    f(unsafe { &mut *p }, p);
    println!("{}", x);
}
