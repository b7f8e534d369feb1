//@ title: Tree Borrows: pointers from integers: any exposed tag that works
//@ from: std::ptr, Exposed Provenance
// Both pointers were exposed. The access is fine as long as one of them may do it; the model looks for it.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe {
        let a = &raw mut *&mut *p;
        let b = &raw mut *&mut *p;
        let addr = a.expose_provenance();
        b.expose_provenance();
        #[cfg(ok)]
        b.write(2);
        #[cfg(bad)]
        p.write(2);
        let q = std::ptr::with_exposed_provenance_mut::<i32>(addr);
        *q = 3; //~ bad ub [tb] /Disabled|no provenance|exposed/
    }
}
