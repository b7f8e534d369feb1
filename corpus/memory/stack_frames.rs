//@ title: each call has its own frame
//@ from: derived
// A pointer to the caller's local is good in the callee, and every level of a recursion has its own local.
//@ expect: prints "6 3\n"

unsafe fn add_all(total: *mut i32, n: i32) -> i32 {
    let mine = n;
    if n == 0 {
        return 0;
    }
    *total += mine;
    let deeper = add_all(total, n - 1);
    if *(&raw const mine) == n {
        deeper + 1
    } else {
        -1
    }
}

fn main() {
    unsafe {
        let mut total = 0;
        let depth = add_all(&raw mut total, 3);
        println!("{} {}", total, depth);
    }
}
