//@ title: a shared reborrow made mutable, only read from
//@ from: catalogue 2.2, O37
// A mutable reborrow is a write in Stacked Borrows; in Tree Borrows it is a read.
//@ expect base [sb]: prints "0 0\n"
//@ expect base [tb]: prints "0 0\n"
//@ expect opt [sb]: ub(borrow-access)
//@ check base => opt [tb tb-implicit-writes flat alloc]: sound
//@ check base => opt [sb]: unsound

fn main() {
    let mut v = 0;
    let p = &raw mut v;
    let other = unsafe { &*p };
    #[cfg(base)]
    let x = unsafe { &*p };
    #[cfg(opt)]
    let x = unsafe { &mut *p };
    let a = *x;
    let b = *other; //~ opt ub [sb] (borrow-access)
    println!("{} {}", a, b);
}
