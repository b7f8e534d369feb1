//@ title: making a *mut is no access
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 11
// It needs a parent that may write, and leaves everything else in the stack as it is: other raw pointers go on
// working. A mutable reference on the way would be a write.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(ok)]
    let q = &raw mut x;
    #[cfg(bad)]
    let q = &mut x as *mut i32;
    unsafe {
        *q = 2;
        *p += 1; //~ bad ub [sb] (borrow-access) /read access using `p`/
        println!("{}", *q);
    }
}
