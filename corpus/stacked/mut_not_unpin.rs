//@ title: a mutable reference to a pinned type may be aliased
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 3
// What is not Unpin may hold pointers to itself: its mutable references are SharedReadWrite, and making one is
// no access.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-access)

use std::marker::PhantomPinned;

#[cfg(ok)]
struct S(i32, PhantomPinned);
#[cfg(bad)]
struct S(i32, ());

fn main() {
    #[cfg(ok)]
    let mut s = S(1, PhantomPinned);
    #[cfg(bad)]
    let mut s = S(1, ());
    let p = &raw mut s;
    let a = unsafe { &mut *p };
    let b = unsafe { &mut *p };
    a.0 = 2; //~ bad ub [sb] (borrow-access) /write access using `a`/
    b.0 += 1;
    println!("{}", unsafe { (*p).0 });
    let _ = PhantomPinned;
}
