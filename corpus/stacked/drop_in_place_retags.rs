//@ title: drop_in_place protects what it drops
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 1
// Drop glue takes a mutable reference: a pointer that may only read is not enough, although nothing is dropped.
//@ expect ok [sb]: prints "ok\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    #[cfg(ok)]
    let p = &raw mut x;
    #[cfg(bad)]
    let p = &raw const x as *mut i32;
    unsafe { std::ptr::drop_in_place(p) }; //~ bad ub [sb] (borrow-retag) /only grants SharedReadOnly/
    x += 0;
    let _ = x;
    println!("ok");
}
