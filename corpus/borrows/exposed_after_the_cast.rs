//@ title: what is exposed after the cast cannot be picked
//@ from: std::ptr, "Exposed Provenance"; semantics/borrow-models 2.9, 3.8
// The root is exposed too late.
//@ expect [flat alloc]: prints "2\n"
//@ expect [sb]: ub
//@ expect [tb]: ub
//@ expect [sb-wildcard tb-wildcard]: prints "2\n"

fn main() {
    let mut x = 1;
    let root = &raw mut x;
    let child = unsafe { &mut *root } as *mut i32;
    let addr = child as usize;
    let p = addr as *mut i32;
    let _ = root as usize;
    unsafe { *root = 2 };
    println!("{}", unsafe { p.read() }); //~ ub [sb tb]
}
