//@ title: Tree Borrows, exposed tags: a wildcard write with two exposed siblings
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// Which of the two it went through is not known. The approximation leaves both as they are, and misses that not both can still
// be read; trying each of them does not miss it.
//@ expect one [tb tb-wildcard]: returns
//@ expect both [tb-wildcard]: returns
//@ expect both [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let (a, b) = unsafe { (&mut *p, &mut *p) };
    let addr = &raw mut *a as usize;
    let _ = &raw mut *b as usize;
    let wild = addr as *mut i32;
    unsafe { wild.write(2) };
    #[cfg(both)]
    let _v = *a;
    let _w = *b; //~ both ub [tb] (borrow-access) /read access through .* Disabled/
    #[cfg(one)]
    let _ = a;
}
