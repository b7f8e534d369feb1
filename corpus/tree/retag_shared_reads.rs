//@ title: Tree Borrows: making a shared reference is a read
//@ from: Tree Borrows (PLDI 2025), reborrows
// It freezes a Unique sibling. `&raw const` makes no reference and reads nothing.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    unsafe {
        #[cfg(ok)]
        let _s = &raw const *p;
        #[cfg(bad)]
        let _s = &*p;
    }
    *r = 3; //~ bad ub [tb] (borrow-access) /Frozen/
}
