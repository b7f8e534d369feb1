//@ title: memory behind a shared argument stays while the call runs
//@ from: Stacked Borrows (POPL 2020); semantics/borrow-models 2.4
// Interior mutability ends that: cell bytes are not protected, which is what makes Arc's drop possible.
//@ expect ok [sb]: prints "freed\n"
//@ expect bad [sb]: ub(borrow-protector)

use std::cell::Cell;

#[cfg(ok)]
type T = Cell<u32>;
#[cfg(bad)]
type T = u32;

fn f(_r: &T, p: *mut T) {
    drop(unsafe { Box::from_raw(p) }); //~ bad ub [sb] (borrow-protector) /SharedReadOnly for `(f::)?_r`\] which is strongly protected/
}

fn main() {
    #[cfg(ok)]
    let p = Box::into_raw(Box::new(Cell::new(1)));
    #[cfg(bad)]
    let p = Box::into_raw(Box::new(1));
    f(unsafe { &*p }, p);
    println!("freed");
    let _ = Cell::new(0);
}
