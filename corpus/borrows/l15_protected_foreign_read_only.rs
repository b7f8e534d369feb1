//@ title: a protected argument: read from outside, never written
//@ from: catalogue 2.4, L15
// The neighbour of L14: Tree Borrows accepts a foreign read of what has not been written.
//@ expect [flat strict alloc]: prints "1\n"
//@ expect [sb]: ub(borrow-protector)
//@ expect [tb]: prints "1\n"
//@ expect [tb-implicit-writes]: ub(borrow-protector)

fn f(p: &mut i32, other: *mut i32) {
    let _seen = unsafe { *other }; //~ ub [sb tb-implicit-writes] (borrow-protector) /protected/
    let _ = *p;
}

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    f(unsafe { &mut *raw }, raw);
    println!("{}", x);
}
