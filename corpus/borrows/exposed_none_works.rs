//@ title: a pointer from an integer when no exposed tag works
//@ from: std::ptr, "Exposed Provenance"; semantics/borrow-models 2.9, 3.8
// The neighbour of exposed_pick_one_that_works: only the dead pointer is exposed.
//@ expect [flat alloc]: prints "2\n"
//@ expect [sb]: ub
//@ expect [tb]: ub
//@ expect [sb-wildcard]: ub
//@ expect [tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let root = &raw mut x;
    let child = unsafe { &mut *root } as *mut i32;
    let addr = child as usize;
    unsafe { *root = 2 };
    let p = addr as *mut i32;
    println!("{}", unsafe { p.read() }); //~ ub [sb tb sb-wildcard tb-wildcard]
}
