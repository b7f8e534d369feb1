//@ title: Tree Borrows, exposed tags: a wildcard write with one exposed sibling
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// Only a was exposed, so the write came through it, and b is disabled.
//@ expect ok [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    let wild = &raw mut *a as usize as *mut i32;
    unsafe { wild.write(2) };
    #[cfg(ok)]
    let _v = *a;
    #[cfg(bad)]
    let _w = *b; //~ bad ub [tb tb-wildcard] (borrow-access) /read access through `b` .* Disabled/
}
