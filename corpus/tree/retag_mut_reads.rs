//@ title: Tree Borrows: making a mutable reference is a read, not a write
//@ from: Tree Borrows (PLDI 2025), reborrows
// Unlike in Stacked Borrows a mutable reborrow alone takes nothing but the right to write.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    let _other = unsafe { &mut *p };
    #[cfg(ok)]
    let _v = *r;
    #[cfg(bad)]
    {
        *r = 3; //~ bad ub [tb] (borrow-access) /Frozen/
    }
}
