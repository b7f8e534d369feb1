//@ title: a shared reference needs a parent that may read
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 5
// The retag fails where the parent is gone.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-retag)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    let q = r as *mut i32;
    #[cfg(bad)]
    unsafe {
        *p = 2
    };
    #[cfg(ok)]
    unsafe {
        *q = 2
    };
    let s = unsafe { &*q }; //~ bad ub [sb] (borrow-retag) /trying to retag from `q` for SharedReadOnly permission .* does not exist in the borrow stack/
    println!("{}", *s);
}
