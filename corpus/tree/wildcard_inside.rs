//@ title: Tree Borrows, exposed tags: relations inside of a tree from a wildcard are known
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The write went through a, or through the variable's own pointer: foreign to b in either case.
//@ expect ok [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let wild = &raw mut x as usize as *mut i32;
    let r = unsafe { &raw mut *&mut *wild };
    let (a, b) = unsafe { (&mut *r, &mut *r) };
    let _ = &raw mut *a as usize;
    unsafe { wild.write(2) };
    #[cfg(ok)]
    let _v = *a;
    #[cfg(bad)]
    let _v = *b; //~ bad ub [tb-wildcard] (borrow-access) /read access through `b` .* Disabled/
}
