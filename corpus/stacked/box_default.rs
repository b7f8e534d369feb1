//@ title: moving a Box makes it the only owner again
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 8
// A Box is unique: a typed copy of it retags it, which ends a raw pointer to its contents.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut b = Box::new(1);
    let p = &raw mut *b;
    #[cfg(ok)]
    unsafe {
        *p = 2
    };
    let mut c = b;
    #[cfg(bad)]
    unsafe {
        *p = 2 //~ bad ub [sb] (borrow-access) /write access using `p`/
    };
    *c += 0;
    println!("{}", c);
}
