//@ title: as_ptr, then as_mut_ptr, then a copy
//@ from: catalogue 2.4, L03
// as_mut_ptr borrows the whole slice mutably, which in Stacked Borrows removes the first pointer. With
// implicit writes it would, but the library's as_mut_ptr is marked as not writing.
//@ expect [flat strict alloc]: prints "1\n"
//@ expect [tb]: prints "1\n"
//@ expect [tb-implicit-writes]: prints "1\n"
//@ expect [sb]: ub(borrow-access)

fn main() {
    let mut a = [1, 2];
    let s = &mut a[..];
    unsafe {
        let from = s.as_ptr();
        let to = s.as_mut_ptr().add(1);
        std::ptr::copy(from, to, 1); //~ ub [sb] (borrow-access) /read access/
    }
    println!("{}", a[1]);
}
