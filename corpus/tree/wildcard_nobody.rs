//@ title: Tree Borrows, exposed tags: no exposed tag allows the access
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The exposed reference is shared: a read is fine, a write is not.
//@ expect ok [tb-wildcard]: returns
//@ expect bad [tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let s = unsafe { &*p };
    let wild = &raw const *s as usize as *mut i32;
    unsafe {
        #[cfg(ok)]
        wild.read();
        #[cfg(bad)]
        wild.write(2); //~ bad ub [tb-wildcard] (borrow-access) /write access through <wildcard> .* no exposed tags have suitable permission/
    }
}
