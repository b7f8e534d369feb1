//@ title: two casts are two picks
//@ from: std::ptr, "Exposed Provenance"; semantics/borrow-models 2.9, 3.8
// The neighbour of exposed_pick_is_one: the second use goes through a cast of its own.
//@ expect [flat alloc]: prints "5 7\n"
//@ expect [sb tb]: prints "5 7\n"
//@ expect [sb-wildcard tb-wildcard]: prints "5 7\n"

fn inside(x: &mut i32) -> (i32, usize) {
    *x = 5;
    let addr = x as *mut i32 as usize;
    (unsafe { (addr as *mut i32).read() }, addr)
}

fn main() {
    let mut x = 1;
    let root = &raw mut x;
    let _ = root as usize;
    let (first, addr) = inside(unsafe { &mut *root });
    unsafe { *root = 7 };
    let second = unsafe { (addr as *mut i32).read() };
    println!("{} {}", first, second);
}
