//@ title: Tree Borrows: Reserved, protected: bytes that were not accessed
//@ from: Tree Borrows (PLDI 2025), transition table
// The protector guards the bytes that were accessed. Its neighbour may be written by others; then it is r that may not go
// there any more.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(r: &mut u8, p: *mut u8) {
    *p.add(1) = 7;
    #[cfg(bad)]
    {
        let q = &raw mut *r;
        *q.add(1) = 8; //~ bad ub [tb] (borrow-access) /write access through .* at offset 1 .* has the permission Disabled/
    }
    *r = 9;
}

fn main() {
    let mut a = [1u8, 2];
    let p = &raw mut a as *mut u8;
    unsafe { f(&mut *p, p) };
}
