//@ title: Tree Borrows: Reserved, protected: a foreign write is undefined at once
//@ from: Tree Borrows (PLDI 2025), transition table
// Function entry reads through r, so the protector guards the byte: the write itself is refused, not a later use of r.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(_r: &mut i32, p: *mut i32) {
    #[cfg(ok)]
    let _v = *p;
    #[cfg(bad)]
    {
        *p = 2; //~ bad ub [tb] (borrow-protector) /write access through .* take away the Reserved permission of `_r`, which is strongly protected/
    }
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe { f(&mut *p, p) };
}
