//@ title: a shared reference may only read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 5
// Making one is a read, which disables a mutable reference above the parent, but leaves other shared ones.
//@ expect ok [sb]: prints "1 1\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(ok)]
    let a = unsafe { &*p };
    #[cfg(bad)]
    let a = unsafe { &mut *p };
    let b = unsafe { &*p };
    let (first, second) = (*b, *a); //~ bad ub [sb] (borrow-access) /read access using `a`/
    println!("{} {}", first, second);
}
