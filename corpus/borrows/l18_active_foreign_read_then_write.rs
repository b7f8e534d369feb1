//@ title: a written mutable reference: read from outside, then written
//@ from: catalogue 2.4, L18
// The neighbour: what is frozen cannot be written.
//@ expect [flat strict alloc]: prints "2 3\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-implicit-writes]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    let p = unsafe { &mut *raw };
    *p = 2;
    let outside = unsafe { *raw };
    *p = 3; //~ ub [sb tb tb-implicit-writes] (borrow-access) /write access/
    println!("{} {}", outside, unsafe { *raw });
}
