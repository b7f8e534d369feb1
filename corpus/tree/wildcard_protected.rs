//@ title: Tree Borrows, exposed tags: a protector says where a wildcard write came from
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// A write from outside of the protected reference would be undefined, so it came through it, and the other exposed reference is
// disabled. The approximation does not draw that conclusion; trying each does.
//@ expect ok [tb tb-wildcard]: returns
//@ expect missed [tb-wildcard]: returns
//@ expect missed [tb]: ub

unsafe fn f(r: &mut i32) {
    let wild = &raw mut *r as usize as *mut i32;
    wild.write(2);
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    let _ = &raw mut *b as usize;
    unsafe { f(a) };
    #[cfg(ok)]
    let _v = *a;
    #[cfg(missed)]
    let _v = *b; //~ missed ub [tb] (borrow-access) /Disabled/
}
