//@ title: a Box of a pinned type may be aliased
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 10
// As with mutable references, there is no uniqueness for what is not Unpin.
//@ expect ok [sb]: prints "2\n"
//@ expect bad [sb]: ub(borrow-access)

use std::marker::PhantomPinned;

#[cfg(ok)]
type Pin = PhantomPinned;
#[cfg(bad)]
type Pin = ();
#[cfg(ok)]
const PIN: Pin = PhantomPinned;
#[cfg(bad)]
const PIN: Pin = ();

struct S(i32, Pin);

fn main() {
    let mut b = Box::new(S(1, PIN));
    let p = &raw mut *b;
    let c = b;
    unsafe { (*p).0 = 2 }; //~ bad ub [sb] (borrow-access) /write access using `p`/
    println!("{}", c.0);
    let _ = PhantomPinned;
}
