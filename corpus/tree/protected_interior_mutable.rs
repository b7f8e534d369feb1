//@ title: Tree Borrows: Reserved, protected: cells do not matter
//@ from: Tree Borrows (PLDI 2025), reborrows
// An unprotected `&mut Cell` tolerates foreign writes. As a function's argument it is plainly Reserved.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::cell::Cell;

fn main() {
    let mut x = Cell::new(1u8);
    let p = &raw mut x;
    unsafe {
        #[cfg(ok)]
        let f = {
            let r = &mut *p;
            p.cast::<u8>().write(2);
            r.set(3);
            g
        };
        #[cfg(bad)]
        let f = f;
        f(&mut *p, p);
    }
    let _ = f as unsafe fn(&mut Cell<u8>, *mut Cell<u8>);
}

unsafe fn f(_r: &mut Cell<u8>, p: *mut Cell<u8>) {
    let q = p as *mut u8;
    *q = 2; //~ bad ub [tb] (borrow-protector) /Reserved permission of `_r`/
}

unsafe fn g(_r: &mut Cell<u8>, _p: *mut Cell<u8>) {}
