//@ title: Tree Borrows: the end of a protector is a write where its reference was written
//@ from: Tree Borrows (PLDI 2025), protectors
// A compiler may move the function's writes to its end. So a reference that was made during the call, without an access to
// the byte, is disabled when the call returns. If the argument was only read, the end is a read.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(r: &mut u8, p: *mut u8) -> *mut u8 {
    #[cfg(ok)]
    let _v = *r;
    #[cfg(bad)]
    {
        *r = 2;
    }
    let z = &mut *p.cast::<[u8; 0]>();
    &raw mut *z as *mut u8
}

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    unsafe {
        let z = f(&mut *p, p);
        *z = 3; //~ bad ub [tb] (borrow-access) /write access through `z` .* Disabled/
    }
}
