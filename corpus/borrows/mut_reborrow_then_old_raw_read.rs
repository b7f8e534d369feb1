//@ title: a mutable reborrow and an older raw pointer
//@ from: semantics/borrow-models section 4; UCG stacked-borrows.md
// Stacked Borrows takes the reborrow as a write, which removes the raw pointer. Tree Borrows waits for a
// real write.
//@ expect [flat strict alloc]: prints "1\n"
//@ expect [tb]: prints "1\n"
//@ expect [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let base = &mut x;
    let raw = base as *mut i32;
    let _again = &mut *base;
    println!("{}", unsafe { *raw }); //~ ub [sb] (borrow-access) /read access/
}
