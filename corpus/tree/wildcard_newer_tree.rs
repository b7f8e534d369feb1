//@ title: Tree Borrows, exposed tags: a reference from a wildcard may hang below an older one, not below a newer one
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// r3 may be a child of r2, which was exposed before: a write through it leaves r2 alone. A write through r2 is foreign to r3,
// and disables it.
//@ expect [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let wild = &raw mut x as usize as *mut i32;
    let r1 = unsafe { &mut *wild };
    let r2 = &mut *r1;
    let _ = &raw mut *r2 as usize;
    let r3 = unsafe { &mut *wild };
    *r3 = 2;
    *r2 = 3;
    #[cfg(bad)]
    let _v = *r3; //~ bad ub [tb-wildcard] (borrow-access) /read access through `r3` .* Disabled/
    *r1 = 4;
}
