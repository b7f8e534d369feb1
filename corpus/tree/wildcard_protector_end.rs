//@ title: Tree Borrows, exposed tags: the end of a protector and what may hang below it
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The argument was written. Its end is a foreign write to references from wildcards, unless they may be its descendants:
// those made after a descendant of the argument was exposed.
//@ expect ok [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

use std::cell::Cell;

unsafe fn f(r: &mut u8, wild: *mut Cell<u8>) -> *mut u8 {
    #[cfg(bad)]
    let z = &mut *wild.add(1);
    *r = 2;
    let c = &mut *r;
    let _ = &raw mut *c as usize;
    #[cfg(ok)]
    let z = &mut *wild.add(1);
    let w = &mut *(&raw mut *z as *mut u8);
    (&raw mut *w).sub(1)
}

fn main() {
    let mut x = [1u8, 2];
    let p = &raw mut x as *mut u8;
    let wild = p as usize as *mut Cell<u8>;
    unsafe {
        let w = f(&mut *p, wild);
        w.read(); //~ bad ub [tb-wildcard] (borrow-access) /read access through .* Disabled/
    }
}
