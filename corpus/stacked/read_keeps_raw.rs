//@ title: a read leaves raw pointers above alone
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.2
// Only Unique items are disabled by a read from below. A SharedReadWrite one above keeps even the right to
// write; a write from below removes it.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = r as *mut i32;
    #[cfg(ok)]
    let _seen = *r;
    #[cfg(bad)]
    {
        *r = 2;
    }
    unsafe { *p = 3 }; //~ bad ub [sb] (borrow-access) /write access using `p`/
    println!("{}", x);
}
