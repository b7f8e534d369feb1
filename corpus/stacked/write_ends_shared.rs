//@ title: a write ends the shared references above it
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.3
// RFC 3559: as long as a shared reference is used, its memory does not change.
//@ expect ok [sb]: prints "1 2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let s = unsafe { &*p };
    let before = *s;
    unsafe { *p = 2 };
    #[cfg(ok)]
    let after = unsafe { *p };
    #[cfg(bad)]
    let after = *s; //~ bad ub [sb] (borrow-access) /read access using `s`/
    println!("{} {}", before, after);
}
