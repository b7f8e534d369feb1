//@ title: Tree Borrows: Unique, protected: a foreign read is undefined
//@ from: Tree Borrows (PLDI 2025), transition table
// Unprotected it would only freeze the reference. For an argument a compiler may delay the write to the end of the call.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(r: &mut i32, p: *const i32) {
    #[cfg(bad)]
    {
        *r = 2;
    }
    let _v = *p; //~ bad ub [tb] (borrow-protector) /read access through .* Unique permission of `r`, which is strongly protected/
    let _ = r;
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe { f(&mut *p, p) };
}
