//@ title: a mutable reference needs a parent that may write
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 1
// The retag itself fails, whether or not the reference is used.
//@ expect ok [sb]: prints "1\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    #[cfg(ok)]
    let p = &raw mut x;
    #[cfg(bad)]
    let p = &x as *const i32 as *mut i32;
    let _r = unsafe { &mut *p }; //~ bad ub [sb] (borrow-retag) /trying to retag from `p` for Unique permission .* only grants SharedReadOnly permission/
    x += 0;
    println!("{}", x);
}
