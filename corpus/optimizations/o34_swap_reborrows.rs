//@ title: two adjacent reborrows of different pointers swapped
//@ from: catalogue 2.2, O34
// In Stacked Borrows a mutable reborrow is a write and ends what the other is made from.
//@ expect base [sb]: ub(borrow-retag)
//@ expect base [tb]: prints "0\n"
//@ expect opt [sb]: prints "0\n"
//@ expect opt [tb]: prints "0\n"

fn main() {
    let mut v = 0;
    let p = &raw mut v;
    let q = unsafe { &*p } as *const i32;
    #[cfg(base)]
    let (_a, b) = unsafe {
        let a = &mut *p;
        let b = &*q; //~ base ub [sb] (borrow-retag)
        (a, b)
    };
    #[cfg(opt)]
    let (_a, b) = unsafe {
        let b = &*q;
        let a = &raw mut *p;
        (a, b)
    };
    println!("{}", *b);
}
