//@ title: a mutable reference coerced to *const may only read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, notes
// `r as *const T` with r: &mut T is `&raw const *r`. By way of `*mut` it keeps the right to write.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let r = &mut x;
    #[cfg(ok)]
    let p = r as *mut i32 as *const i32;
    #[cfg(bad)]
    let p = r as *const i32;
    unsafe { *(p as *mut i32) = 2 }; //~ bad ub [sb] (borrow-access) /only grants SharedReadOnly/
    println!("{}", x);
}
