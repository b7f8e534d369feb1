//@ title: Tree Borrows: Reserved and Unique: a foreign read
//@ from: Tree Borrows (PLDI 2025), transition table
// A mutable reference that was never written through is Reserved and survives foreign reads. Once written
// through it is Unique, and a foreign read freezes it.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    #[cfg(bad)]
    {
        *r = 2;
    }
    let _ = unsafe { p.read() };
    *r = 3; //~ bad ub [tb] (borrow-access) /write access through `r` .* is forbidden: that tag has the permission Frozen/
}
