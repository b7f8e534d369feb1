//@ title: a write through as_mut_ptr, then as_ptr, then another write
//@ from: catalogue 2.4, L05
// as_ptr reads: foreign to the written child, which freezes.
//@ expect [flat strict alloc]: prints "3\n"
//@ expect [sb]: prints "3\n"
//@ expect [tb]: ub(borrow-access)
//@ expect [tb-implicit-writes]: ub(borrow-access)

fn main() {
    let mut a = [1, 2];
    let s = &mut a[..];
    unsafe {
        let to = s.as_mut_ptr();
        *to = 2;
        let _from = s.as_ptr();
        *to = 3; //~ ub [tb tb-implicit-writes] (borrow-access) /write access/
    }
    println!("{}", a[0]);
}
