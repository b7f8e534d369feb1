//@ title: a shared borrow cast to *mut and written by the callee
//@ from: nikomatsakis/rust-memory-model, litmus test shared_ref_to_star_mut; catalogue part 4
// May the last read be folded to 11? Only if the callee's write is undefined, which it is where shared
// references are read-only.
//@ expect base [flat strict alloc]: prints "22\n"
//@ expect base [sb]: ub(borrow-access)
//@ expect base [tb]: ub(borrow-access)
//@ check base => opt [sb tb]: sound
//@ check base => opt [flat strict alloc]: unsound /11/

fn b(p: *mut i32) {
    unsafe { *p = 22 }; //~ base ub [sb tb] (borrow-access) /write access/
}

fn main() {
    let mut x = 1;
    x += 10;
    b(&x as *const i32 as *mut i32);
    #[cfg(base)]
    let seen = x;
    #[cfg(opt)]
    let seen = 11;
    println!("{}", seen);
}
