//@ title: a written mutable reference: read from outside, then read
//@ from: catalogue 2.4, L18
// Stacked Borrows disables it, Tree Borrows freezes it.
//@ expect [flat strict alloc]: prints "2 2\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: prints "2 2\n"
//@ expect [tb-implicit-writes]: prints "2 2\n"

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    let p = unsafe { &mut *raw };
    *p = 2;
    let outside = unsafe { *raw };
    let inside = *p; //~ ub [sb] (borrow-access) /read access/
    println!("{} {}", outside, inside);
}
