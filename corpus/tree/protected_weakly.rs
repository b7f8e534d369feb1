//@ title: Tree Borrows: a Box argument is protected, too
//@ from: Tree Borrows (PLDI 2025), protectors
// A weak protector differs from a strong one only in that the function may free the box.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(b: Box<i32>, p: *mut i32) {
    #[cfg(ok)]
    let _v = *p;
    #[cfg(bad)]
    {
        *p = 2; //~ bad ub [tb] (borrow-protector) /Reserved permission of `b`, which is weakly protected/
    }
    std::mem::forget(b);
}

fn main() {
    let p = Box::into_raw(Box::new(1));
    unsafe { f(Box::from_raw(p), p) };
}
