//@ title: Tree Borrows: Reserved: a foreign write disables it
//@ from: Tree Borrows (PLDI 2025), transition table
// What survives a foreign read does not survive a foreign write: after it the reference cannot even be read.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *p };
    unsafe {
        #[cfg(ok)]
        p.read();
        #[cfg(bad)]
        p.write(2);
    }
    let _v = *r; //~ bad ub [tb] (borrow-access) /read access through `r` .* has the permission Disabled/
}
