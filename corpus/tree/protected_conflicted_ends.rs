//@ title: Tree Borrows: Reserved, conflicted: the conflict ends with the call
//@ from: Tree Borrows (PLDI 2025), transition table
// The mark stays but stops to matter when the protector ends.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(r: &mut i32, p: *const i32) -> *mut i32 {
    let q = &raw mut *r;
    let _ = p.read();
    #[cfg(bad)]
    {
        *q = 2; //~ bad ub [tb] (borrow-access) /Reserved \(conflicted\)/
    }
    q
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe {
        let q = f(&mut *p, p);
        *q = 3;
    }
}
