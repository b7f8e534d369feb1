//@ title: a pointer from an integer picks the exposed tag that works
//@ from: std::ptr, "Exposed Provenance"; semantics/borrow-models 2.9, 3.8
// Two pointers to x are exposed, one of which is dead by then. The cast picks the other.
//@ expect [flat alloc]: prints "2\n"
//@ expect [sb tb]: prints "2\n"
//@ expect [sb-wildcard tb-wildcard]: prints "2\n"

fn main() {
    let mut x = 1;
    let root = &raw mut x;
    let child = unsafe { &mut *root } as *mut i32;
    let addr = child as usize;
    let _ = root as usize;
    unsafe { *root = 2 };
    let p = addr as *mut i32;
    println!("{}", unsafe { p.read() });
}
