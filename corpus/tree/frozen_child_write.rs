//@ title: Tree Borrows: Frozen: reads but never writes
//@ from: Tree Borrows (PLDI 2025), transition table
// A shared reference does not become writable by a cast.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let _keep = &mut x;
    let s = &x;
    let p = &raw const *s as *mut i32;
    unsafe {
        let _v = p.read();
        #[cfg(bad)]
        {
            *p = 2; //~ bad ub [tb] (borrow-access) /write access through .* has the permission Frozen/
        }
    }
}
