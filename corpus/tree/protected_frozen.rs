//@ title: Tree Borrows: Frozen, protected: nobody writes while the call runs
//@ from: Tree Borrows (PLDI 2025), transition table
// `fn f(s: &i32)` may rely on *s: reads by others are fine, a write is undefined at once.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(_s: &i32, p: *mut i32) {
    #[cfg(ok)]
    let _v = *p;
    #[cfg(bad)]
    {
        *p = 2; //~ bad ub [tb] (borrow-protector) /take away the Frozen permission of `_s`, which is strongly protected/
    }
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe { f(&*p, p) };
}
