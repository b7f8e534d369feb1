//@ title: Tree Borrows: what the tag may do is asked before the protectors
//@ from: Tree Borrows (PLDI 2025), transition table
// The write is refused twice: its own tag is Frozen, and it would take a protected reference's permission. The first
// is what is reported.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(_s: &i32, p: *mut i32) {
    #[cfg(ok)]
    let _v = *p;
    #[cfg(bad)]
    {
        *p = 2; //~ bad ub [tb] (borrow-access) /has the permission Frozen/
    }
}

fn main() {
    let mut x = 1;
    let _keep = &mut x;
    let s = &x;
    let p = &raw const *s as *mut i32;
    unsafe { f(&x, p) };
}
