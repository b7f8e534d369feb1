//@ title: Tree Borrows: the end of a protector is not seen by what was made from it
//@ from: Tree Borrows (PLDI 2025), protectors
// A reference that the function derives from its argument and returns stays usable; one derived from elsewhere is not.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f<'a>(r: &'a mut u8, p: *mut u8) -> &'a mut [u8; 0] {
    *r = 2;
    #[cfg(ok)]
    let from = &raw mut *r;
    #[cfg(bad)]
    let from = p;
    let _ = p;
    &mut *from.cast::<[u8; 0]>()
}

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    unsafe {
        let z = &raw mut *f(&mut *p, p) as *mut u8;
        *z = 3; //~ bad ub [tb] (borrow-access) /Disabled/
    }
}
