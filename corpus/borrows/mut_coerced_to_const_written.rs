//@ title: a mutable reference coerced to *const, then written
//@ from: semantics/borrow-models section 4; catalogue L11
// Stacked Borrows makes `*const T` from a reference read-only, Tree Borrows takes no notice of raw
// pointers' types.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [tb]: prints "2\n"
//@ expect [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p: *const i32 = &mut x;
    unsafe {
        *(p as *mut i32) = 2; //~ ub [sb] (borrow-access) /SharedReadOnly/
    }
    println!("{}", x);
}
