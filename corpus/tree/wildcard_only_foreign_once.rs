//@ title: Tree Borrows, exposed tags: too new for one access, not for the next
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// For the read through b the exposed child of a is too new and sees a foreign read. The later write through d may have come
// through it: it is left alone.
//@ expect ok [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let wild = &raw mut x as usize as *mut i32;
    let a = unsafe { &mut *wild };
    let b = unsafe { &mut *wild };
    let c = &mut *a;
    let _ = &raw mut *c as usize;
    let d = unsafe { &mut *wild };
    #[cfg(ok)]
    let _v = *b;
    #[cfg(bad)]
    {
        *b = 2;
    }
    #[cfg(ok)]
    {
        *d = 3;
    }
    #[cfg(bad)]
    let _ = d;
    *c = 4; //~ bad ub [tb-wildcard] (borrow-access) /write access through .* Disabled/
}
