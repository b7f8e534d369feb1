//@ title: Tree Borrows: Frozen, protected: after the call the write is allowed
//@ from: Tree Borrows (PLDI 2025), protectors
// The protector ends with the call: afterwards the write only disables the reference.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(s: &i32, p: *mut i32) -> *const i32 {
    let _ = p;
    s
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe {
        let s = f(&*p, p);
        *p = 2;
        #[cfg(bad)]
        let _v = *s; //~ bad ub [tb] (borrow-access) /read access through `s` .* Disabled/
        let _ = s;
    }
}
