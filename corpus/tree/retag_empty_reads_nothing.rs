//@ title: Tree Borrows: making a reference to nothing is no access
//@ from: Tree Borrows (PLDI 2025), reborrows
// It does not freeze a Unique sibling.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    #[cfg(ok)]
    let _z = unsafe { &*p.cast::<[u8; 0]>() };
    #[cfg(bad)]
    let _z = unsafe { &*p.cast::<[u8; 1]>() };
    *r = 3; //~ bad ub [tb] (borrow-access) /Frozen/
}
