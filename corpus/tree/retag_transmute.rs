//@ title: Tree Borrows: a transmute to a reference is a reborrow
//@ from: Tree Borrows (PLDI 2025), reborrows
// The reference comes into being where the value gets its type.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

use std::mem::transmute;

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let q = unsafe { &raw const *&*p };
    unsafe {
        p.write(2);
        #[cfg(ok)]
        let _r: *const i32 = transmute(q);
        #[cfg(bad)]
        let _r: &i32 = transmute(q); //~ bad ub [tb] (borrow-retag) /reborrow .* Disabled/
    }
}
