//@ title: a protected argument: written, then read from outside
//@ from: catalogue 2.4, L16
// All models agree.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-protector)
//@ expect [tb]: ub(borrow-protector)
//@ expect [tb-implicit-writes]: ub(borrow-protector)

fn f(p: &mut i32, other: *mut i32) {
    *p = 2;
    let _seen = unsafe { *other }; //~ ub [sb tb tb-implicit-writes] (borrow-protector) /strongly protected/
}

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    f(unsafe { &mut *raw }, raw);
    println!("{}", x);
}
