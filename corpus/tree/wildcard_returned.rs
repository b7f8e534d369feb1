//@ title: Tree Borrows, exposed tags: a reference that a function derives from its argument by way of an integer
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The argument is exposed, so the reference may hang below it, and the end of the argument's protector does not touch it. If it
// was made before the argument was exposed, it hangs elsewhere, and is disabled.
//@ expect ok [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

unsafe fn f(r: &mut i32, earlier: usize) -> &mut i32 {
    #[cfg(ok)]
    let addr = (&raw mut *r as usize, earlier).0;
    #[cfg(bad)]
    let addr = earlier;
    let derived = &mut *(addr as *mut i32);
    *derived = 2; //~ bad ub [tb tb-wildcard] (borrow-protector) /Reserved|Unique/
    let _ = r;
    derived
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let addr = p as usize;
    unsafe {
        let r = f(&mut *p, addr);
        *r = 3;
    }
}
