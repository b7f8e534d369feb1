//@ title: a pointer may not be read when its item is gone
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.2
// The granting item of an access is the one with the pointer's own tag. That a parent could still read does
// not help.
//@ expect ok [sb]: prints "7\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let s = unsafe { &*p };
    #[cfg(bad)]
    unsafe {
        *p = 2
    };
    let seen = *s; //~ bad ub [sb] (borrow-access) /but that tag does not exist in the borrow stack for this location/
    #[cfg(ok)]
    unsafe {
        *p = 2
    };
    println!("{}", seen + 6);
}
