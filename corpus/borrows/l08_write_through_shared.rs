//@ title: a write through a pointer cast from a shared reference
//@ from: catalogue 2.4, L08
// The sentence from which provenance follows: shared references are read-only.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: ub(borrow-access)

fn main() {
    let x = 1;
    let r = &x;
    let p = r as *const i32 as *mut i32;
    unsafe { p.write(2) }; //~ ub [sb tb] (borrow-access) /write access/
    println!("{}", x);
}
