//@ title: Tree Borrows: a mutable trait object is not known to be unpinned
//@ from: Tree Borrows (PLDI 2025), reborrows
// `&mut dyn Trait` is not retagged: the value might be one that must not move. A `&mut` to the value itself is.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

trait T {
    fn set(&mut self);
}
impl T for u8 {
    fn set(&mut self) {
        *self = 5;
    }
}

fn main() {
    let mut x = 1u8;
    let p: *mut dyn T = &raw mut x;
    unsafe {
        #[cfg(ok)]
        let r = &mut *p;
        #[cfg(bad)]
        let r = &mut *p.cast::<u8>();
        p.cast::<u8>().write(2);
        #[cfg(ok)]
        let _r = r;
        #[cfg(bad)]
        r.set(); //~ bad ub [tb] (borrow-retag) /reborrow .* Disabled/
    }
}
