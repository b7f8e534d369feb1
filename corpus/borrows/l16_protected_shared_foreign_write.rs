//@ title: a protected shared argument: written from outside
//@ from: catalogue 2.4, L16
// Even if the reference is never used again: its protector keeps it alive.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-protector)
//@ expect [tb]: ub(borrow-protector)

fn f(_p: &i32, other: *mut i32) {
    unsafe { *other = 2 }; //~ ub [sb tb] (borrow-protector) /strongly protected/
}

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    f(unsafe { &*raw }, raw);
    println!("{}", x);
}
