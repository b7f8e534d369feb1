//@ title: Tree Borrows: references inside of enums are retagged
//@ from: Tree Borrows (PLDI 2025), reborrows
// Some(&mut x) is a reference, None is not. A pair of options protects what is there.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(_o: Option<&mut u8>, p: *mut u8) {
    *p = 2; //~ bad ub [tb] (borrow-protector) /which is strongly protected/
}

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    unsafe {
        #[cfg(ok)]
        f(None, p);
        #[cfg(bad)]
        f(Some(&mut *p), p);
    }
}
