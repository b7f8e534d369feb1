//@ title: Tree Borrows: Unique: a write is foreign or a child's
//@ from: Tree Borrows (PLDI 2025), transition table
// A write through a reborrow of r is a child access to r, which stays Unique. A write through the pointer from
// which r was made is foreign, and r is Disabled.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    #[cfg(ok)]
    {
        let child = &mut *r;
        *child = 3;
    }
    #[cfg(bad)]
    unsafe {
        p.write(3);
    }
    *r = 4; //~ bad ub [tb] (borrow-access) /write access through `r` .* Disabled/
}
