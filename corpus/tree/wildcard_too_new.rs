//@ title: Tree Borrows, exposed tags: an exposed tag that is too new cannot be above
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// a and b hang in two trees from wildcards; both have an exposed child. The child of a is newer than b, so the write through
// b's child was foreign to it, and with it to a.
//@ expect ok [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let wild = &raw mut x as usize as *mut i32;
    let a = unsafe { &mut *wild };
    #[cfg(ok)]
    let c = &mut *a;
    #[cfg(ok)]
    let _ = &raw mut *c as usize;
    let b = unsafe { &mut *wild };
    #[cfg(bad)]
    let c = &mut *a;
    #[cfg(bad)]
    let _ = &raw mut *c as usize;
    let d = &mut *b;
    let _ = &raw mut *d as usize;
    *d = 2;
    let _v = *a; //~ bad ub [tb-wildcard] (borrow-access) /read access through .* Disabled/
}
