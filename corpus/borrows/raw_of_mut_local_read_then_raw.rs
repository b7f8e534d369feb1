//@ title: a raw pointer writes, the local is read, the raw pointer writes again
//@ from: semantics/borrow-models section 4
// Stacked Borrows: reading the local leaves the raw pointer's item in place. Tree Borrows: the read is
// foreign to the reborrow that the raw pointer came from and freezes it.
//@ expect [flat strict alloc]: prints "2 3\n"
//@ expect [sb]: prints "2 3\n"
//@ expect [tb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let raw = &mut x as *mut i32;
    unsafe {
        *raw = 2;
        let seen = x;
        *raw = 3; //~ ub [tb] (borrow-access) /write access.*Frozen/
        println!("{} {}", seen, *raw);
    }
}
