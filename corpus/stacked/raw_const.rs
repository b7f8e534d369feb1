//@ title: a *const may only read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 12
// `&raw const` makes a SharedReadOnly item. A cast of a `*mut` is no retag and keeps the right to write.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    #[cfg(ok)]
    let p = &raw mut x as *const i32;
    #[cfg(bad)]
    let p = &raw const x;
    unsafe { *(p as *mut i32) = 2 }; //~ bad ub [sb] (borrow-access) /only grants SharedReadOnly/
    println!("{}", unsafe { *p });
    x += 0;
    let _ = x;
}
