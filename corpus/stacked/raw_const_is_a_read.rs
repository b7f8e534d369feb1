//@ title: making a *const is a read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 12
// It disables a mutable reference above its parent; making a `*mut` would not.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let s = unsafe { std::mem::transmute::<*mut i32, &mut i32>(p) };
    #[cfg(ok)]
    let q = &raw mut x;
    #[cfg(bad)]
    let q = &raw const x;
    *s = 2; //~ bad ub [sb] (borrow-access) /write access using `s`/
    println!("{}", unsafe { *p });
    let _ = q;
}
