//@ title: Tree Borrows: Frozen: foreign reads leave it, a foreign write disables it
//@ from: Tree Borrows (PLDI 2025), transition table
// Shared references live beside each other until somebody writes.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let s = unsafe { &*p };
    unsafe {
        #[cfg(ok)]
        p.read();
        #[cfg(bad)]
        p.write(2);
    }
    let _v = *s; //~ bad ub [tb] (borrow-access) /read access through `s` .* has the permission Disabled/
}
