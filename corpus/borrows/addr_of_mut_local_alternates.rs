//@ title: addr_of_mut! of a local and the local alternate
//@ from: semantics/borrow-models section 4; catalogue L06
// The raw pointer has a tag of its own in Stacked Borrows, which the local's write removes. In Tree
// Borrows it shares the local's tag.
//@ expect [flat strict alloc]: prints "2 3\n"
//@ expect [tb]: prints "2 3\n"
//@ expect [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = std::ptr::addr_of_mut!(x);
    unsafe {
        *p = 2;
        let seen = x;
        x = 3;
        let last = *p; //~ ub [sb] (borrow-access) /read access/
        println!("{} {}", seen, last);
    }
}
