//@ title: a protected argument: read from outside, then written
//@ from: catalogue 2.4, L14
// Stacked Borrows objects to the read, Tree Borrows marks the reference as conflicted and objects to the
// write, with implicit writes the reference is Unique and the read is what conflicts.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-protector)
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-implicit-writes]: ub(borrow-protector)

fn f(p: &mut i32, other: *mut i32) {
    let _seen = unsafe { *other }; //~ ub [sb tb-implicit-writes] (borrow-protector) /protected/
    *p = 2; //~ ub [tb] (borrow-access) /conflicted/
}

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    f(unsafe { &mut *raw }, raw);
    println!("{}", x);
}
