//@ title: the parent is read, then the mutable child is passed on
//@ from: semantics/borrow-models section 4
// A read through the parent disables the child in Stacked Borrows, even if the child never wrote. In
// Tree Borrows the child is still Reserved.
//@ expect [flat strict alloc]: prints "1 2\n"
//@ expect [tb]: prints "1 2\n"
//@ expect [sb]: ub(borrow-retag)

fn set(p: &mut i32) {
    *p = 2;
}

fn main() {
    let mut x = 1;
    let parent = &mut x as *mut i32;
    let child = unsafe { &mut *parent };
    let seen = unsafe { *parent };
    set(child); //~ ub [sb] (borrow-retag) /does not exist/
    println!("{} {}", seen, unsafe { *parent });
}
