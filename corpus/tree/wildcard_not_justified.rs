//@ title: Tree Borrows, exposed tags: an access needs an exposed tag that is old enough
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The reference r was made when only a was exposed. a has been frozen since; the references exposed later cannot be what r came
// from.
//@ expect ok [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

use std::cell::Cell;

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let a = unsafe { &mut *p };
    let wild = &raw mut *a as usize as *mut i32;
    *a = 2;
    #[cfg(bad)]
    let r = unsafe { &mut *wild };
    let b = unsafe { &mut *p.cast::<Cell<i32>>() };
    let _ = &raw mut *b as usize;
    #[cfg(ok)]
    let r = unsafe { &mut *wild };
    *r = 3; //~ bad ub [tb-wildcard] (borrow-access) /write access through `r` .* no exposed tags/
}
