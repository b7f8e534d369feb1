//@ title: Tree Borrows, exposed tags: references made from wildcard pointers
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// Where such a reference hangs is not known. A write through it cannot disable an exposed reference that may be above it; it
// disables one that was never exposed.
//@ expect ok [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    let wild = &raw mut *a as usize as *mut i32;
    let r = unsafe { &mut *wild };
    *r = 2;
    #[cfg(ok)]
    let _v = *a;
    #[cfg(bad)]
    let _v = *b; //~ bad ub [tb tb-wildcard] (borrow-access) /read access through `b` .* Disabled/
}
