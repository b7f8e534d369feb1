//@ title: one mutable reference reborrowed for two raw arguments
//@ from: catalogue part 4, the remark on lowering
// The neighbour of ffi_ref_mut_to_star_mut: with explicit mutable reborrows the second ends the first.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-implicit-writes]: ub(borrow-access)

fn callee(a: *mut i32, b: *mut i32) {
    unsafe {
        *b = 2;
        *a = 1; //~ ub [sb tb tb-implicit-writes] (borrow-access) /write access/
        *a += *b;
    }
}

fn main() {
    let mut v = 0;
    let x = &mut v;
    let a = &mut *x as *mut i32;
    let b = &mut *x as *mut i32;
    callee(a, b);
    println!("{}", v);
}
