//@ title: Tree Borrows: Unique, protected: a foreign write is undefined
//@ from: Tree Borrows (PLDI 2025), transition table
// The neighbour writes through the argument itself.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(r: &mut i32, p: *mut i32) {
    *r = 2;
    #[cfg(ok)]
    {
        *r = 3;
        let _ = p;
    }
    #[cfg(bad)]
    {
        *p = 3; //~ bad ub [tb] (borrow-protector) /write access through .* Unique permission of `r`/
    }
}

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe { f(&mut *p, p) };
}
