//@ title: Tree Borrows, exposed tags: a node between two exposed ones
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The write went through the outer reference or the innermost: for the one in between it is foreign or a child access, nobody
// knows. It may still be read. One that hangs beside them is certainly disabled.
//@ expect ok [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let outer = unsafe { &mut *p };
    let addr = &raw mut *outer as usize;
    let q = &raw mut *outer;
    #[cfg(bad)]
    let other = unsafe { &mut *q };
    let middle = unsafe { &mut *q };
    let inner = &mut *middle;
    let _ = &raw mut *inner as usize;
    unsafe { (addr as *mut i32).write(2) };
    #[cfg(ok)]
    let _v = *middle;
    #[cfg(bad)]
    let _v = *other; //~ bad ub [tb tb-wildcard] (borrow-access) /read access through `other` .* Disabled/
}
