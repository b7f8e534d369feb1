//@ title: Tree Borrows: Unique: after a foreign read it may still be read
//@ from: Tree Borrows (PLDI 2025), transition table
// A foreign read takes away the right to write, not the right to read.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    *r = 2;
    let _ = unsafe { p.read() };
    #[cfg(ok)]
    let _v = *r;
    #[cfg(bad)]
    {
        *r = 3; //~ bad ub [tb] (borrow-access) /Frozen/
    }
}
