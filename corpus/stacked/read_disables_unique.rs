//@ title: a read disables the mutable references above
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.2
// Reading through the pointer that a mutable reference was made from leaves the reference disabled: it may not
// even be read any more.
//@ expect ok [sb]: prints "2 2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    #[cfg(ok)]
    let (b, a) = (*r, unsafe { *p });
    #[cfg(bad)]
    let (a, b) = (unsafe { *p }, *r); //~ bad ub [sb] (borrow-access) /read access using `r`/
    println!("{} {}", a, b);
}
