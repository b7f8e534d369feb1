//@ title: a mutable reference and a raw pointer made from it, both written
//@ from: nikomatsakis/rust-memory-model, litmus test overlapping_ref_mut_star_mut; catalogue part 4
// The write through the reference removes the raw pointer's item in Stacked Borrows; in Tree Borrows both
// are one tag.
//@ expect [flat strict alloc]: prints "42\n"
//@ expect [tb]: prints "42\n"
//@ expect [tb-implicit-writes]: prints "42\n"
//@ expect [sb]: ub(borrow-access)

fn main() {
    let mut v = 1;
    let x = &mut v;
    let y = x as *mut i32;
    *x = 41;
    unsafe { *y = 42 }; //~ ub [sb] (borrow-access) /write access/
    println!("{}", *x);
}
