//@ title: the parent is read after the mutable child has written
//@ from: semantics/borrow-models section 4
// The neighbour of read_parent_then_pass_child: the child was written, so the parent's read freezes it
// in Tree Borrows, and the callee's write is undefined there, too.
//@ expect [flat strict alloc]: prints "3 2\n"
//@ expect [tb]: ub(borrow-access)
//@ expect [sb]: ub(borrow-retag)

fn set(p: &mut i32) {
    *p = 2; //~ ub [tb] (borrow-access) /write access/
}

fn main() {
    let mut x = 1;
    let parent = &mut x as *mut i32;
    let child = unsafe { &mut *parent };
    *child = 3;
    let seen = unsafe { *parent };
    set(child); //~ ub [sb] (borrow-retag)
    println!("{} {}", seen, unsafe { *parent });
}
