//@ title: a pointer to one element reaches the next
//@ from: semantics/borrow-models section 4; catalogue L10
// Stacked Borrows gives a reference the bytes of its own type. Tree Borrows has no provenance below the
// allocation.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [tb]: prints "2\n"
//@ expect [sb]: ub(borrow-access)

fn main() {
    let a = [1, 2];
    let first: *const i32 = &a[0];
    println!("{}", unsafe { *first.add(1) }); //~ ub [sb] (borrow-access) /does not exist/
}
