//@ title: Tree Borrows: pointers from integers: a shared reference exposes no more than it has
//@ from: std::ptr, Exposed Provenance
// Only a shared reference was exposed, so the pointer may read and not write.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe {
        let s = &raw const *&*p;
        let addr = s.expose_provenance();
        let q = std::ptr::with_exposed_provenance_mut::<i32>(addr);
        let _v = *q;
        #[cfg(bad)]
        {
            *q = 3; //~ bad ub [tb] (borrow-access) /write access .* Frozen/
        }
    }
}
