//@ title: a mutable reference made from a shared one of a static
//@ from: semantics/borrow-models section 4
// Stacked Borrows: making it is a write. Tree Borrows: only writing is. With implicit writes a call that
// takes it writes.
//@ expect [flat strict alloc]: prints "7\n"
//@ expect [tb]: prints "7\n"
//@ expect [sb]: ub(read-only)
//@ expect [tb-implicit-writes]: ub

static X: usize = 7;

fn peek(p: &mut usize) -> usize { //~ ub [tb-implicit-writes]
    *p
}

fn main() {
    let shared: &usize = &X;
    let p: *const usize = shared;
    let unique = unsafe { std::mem::transmute::<*const usize, &mut usize>(p) }; //~ ub [sb] (read-only)
    println!("{}", peek(unique));
}
