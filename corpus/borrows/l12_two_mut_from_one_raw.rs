//@ title: two mutable references from one raw pointer, both written
//@ from: catalogue 2.4, L12
// The write through the second ends the first.
//@ expect [flat strict alloc]: prints "3\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-implicit-writes]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let raw = &raw mut x;
    unsafe {
        let a = &mut *raw;
        *a = 2;
        let b = &mut *raw;
        *b = 3;
        let seen = *a; //~ ub [sb tb tb-implicit-writes] (borrow-access)
        println!("{}", seen);
    }
}
