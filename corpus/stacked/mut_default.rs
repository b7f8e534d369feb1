//@ title: making a mutable reference is a write
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 1
// The new reference is Unique, so that the parent's write ends its older children, even if nothing is stored.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let a = unsafe { &mut *p };
    #[cfg(ok)]
    {
        *a = 2;
    }
    let _b = unsafe { &mut *p };
    #[cfg(bad)]
    {
        *a = 2; //~ bad ub [sb] (borrow-access) /write access using `a`/
    }
    println!("{}", x);
}
