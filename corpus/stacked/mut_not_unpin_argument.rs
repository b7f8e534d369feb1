//@ title: a mutable reference argument to a pinned type is not protected
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.5, row 3
// No protector, so the older pointer may write while the call runs.
//@ expect ok [sb]: prints "3\n"
//@ expect bad [sb]: ub(borrow-protector)

use std::marker::PhantomPinned;

#[cfg(ok)]
struct S(i32, PhantomPinned);
#[cfg(bad)]
struct S(i32, ());

fn f(s: &mut S, p: *mut S) -> i32 {
    unsafe { (*p).0 = 3 }; //~ bad ub [sb] (borrow-protector) /Unique for `(f::)?s`/
    s.0
}

fn main() {
    #[cfg(ok)]
    let mut s = S(1, PhantomPinned);
    #[cfg(bad)]
    let mut s = S(1, ());
    let p = &raw mut s;
    println!("{}", f(unsafe { &mut *p }, p));
    let _ = PhantomPinned;
}
