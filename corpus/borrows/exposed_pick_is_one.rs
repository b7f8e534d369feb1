//@ title: a pointer from an integer is one pick, not one for each use
//@ from: std::ptr, "Exposed Provenance"; semantics/borrow-models 2.9, 3.8
// Inside the call only the argument's own tag can read, after it only the root's. The cast picks one
// provenance, so one of the two uses is undefined whatever it picks. An interpreter that does not know the
// pick takes each use for itself and accepts this program: that is what the -wildcard variants do.
//@ expect [flat alloc]: prints "5 7\n"
//@ expect [sb]: ub
//@ expect [tb]: ub
//@ expect [sb-wildcard tb-wildcard]: prints "5 7\n"

fn inside(x: &mut i32, addr: &mut *mut i32) -> i32 {
    *x = 5;
    let own = x as *mut i32;
    *addr = (own as usize) as *mut i32;
    unsafe { (*addr).read() }
}

fn main() {
    let mut x = 1;
    let root = &raw mut x;
    let _ = root as usize;
    let mut p = std::ptr::null_mut();
    let first = inside(unsafe { &mut *root }, &mut p);
    unsafe { *root = 7 };
    let second = unsafe { p.read() }; //~ ub [sb tb]
    println!("{} {}", first, second);
}
