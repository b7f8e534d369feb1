//@ title: Tree Borrows: accesses of no bytes touch nothing
//@ from: Tree Borrows (PLDI 2025), transition table
// A disabled pointer may still read and write a value without size.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1u8;
    let p = &raw mut x;
    let r = unsafe { &raw mut *&mut *p };
    unsafe {
        p.write(2);
        #[cfg(ok)]
        r.cast::<()>().write(());
        #[cfg(bad)]
        r.write(3); //~ bad ub [tb] (borrow-access) /Disabled/
        let _ = r;
    }
}
