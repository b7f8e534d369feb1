//@ title: Tree Borrows: Disabled: nothing brings it back
//@ from: Tree Borrows (PLDI 2025), transition table
// A disabled reference stays disabled: not even writing the old value back through the owner helps.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    #[cfg(ok)]
    let r = unsafe { &*p };
    unsafe {
        let old = p.read();
        #[cfg(bad)]
        let r = &*p;
        p.write(old);
        #[cfg(ok)]
        let r = {
            let _ = r;
            &*p
        };
        let _v = *r; //~ bad ub [tb] (borrow-access) /Disabled/
    }
}
