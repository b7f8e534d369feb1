//@ title: Tree Borrows: Reserved, protected: a foreign read makes it conflicted
//@ from: Tree Borrows (PLDI 2025), transition table
// While the call runs, r may not be written any more: a compiler may have moved the write before the foreign read.
// Reading is fine.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(r: &mut i32, p: *const i32) {
    let _ = p.read();
    #[cfg(ok)]
    let _v = *r;
    #[cfg(bad)]
    {
        *r = 2; //~ bad ub [tb] (borrow-access) /write access through `r` .* has the permission Reserved \(conflicted\)/
    }
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe { f(&mut *p, p) };
}
