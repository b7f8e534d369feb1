//@ title: a raw pointer from `&mut x`, then a write to x
//@ from: catalogue 2.4, L07
// Unlike addr_of_mut! (L06) there is a mutable reference in between, which the write to x ends in all
// models.
//@ expect [flat strict alloc]: prints "2\n"
//@ expect [sb]: ub(borrow-access)
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-implicit-writes]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &mut x as *mut i32;
    x = 2;
    println!("{}", unsafe { *p }); //~ ub [sb tb tb-implicit-writes] (borrow-access) /read access/
    let _ = x;
}
