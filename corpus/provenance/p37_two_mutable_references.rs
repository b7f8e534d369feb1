//@ title: two `&mut` arguments to the same place
//@ from: catalogue P37
// Forwarding over the second store is the reason why Rust wants aliasing rules. Provenance of allocations
// alone does not justify it: both references point into the same one.
//@ expect base [flat strict alloc]: prints "2\n"
//@ check base => opt [flat strict alloc]: unsound /prints "1/

fn f(x: &mut i32, y: &mut i32) -> i32 {
    *x = 1;
    *y = 2;
    #[cfg(base)]
    return *x;
    #[cfg(opt)]
    return 1;
}

fn main() {
    let mut v = 0;
    let p = &raw mut v;
    println!("{}", unsafe { f(&mut *p, &mut *p) });
}
