//@ title: Tree Borrows: Frozen, protected: a neighbour's byte
//@ from: Tree Borrows (PLDI 2025), transition table
// `&a[0]` may be used to read a[1], but the protector does not guard what was not read.
//@ expect [tb]: returns
//@ expect bad [tb]: ub

unsafe fn f(s: &u8, p: *mut u8) {
    let q = &raw const *s;
    #[cfg(bad)]
    q.add(1).read();
    *p.add(1) = 7; //~ bad ub [tb] (borrow-protector) /at offset 1 .* Frozen permission/
    let _ = q;
}

fn main() {
    let mut a = [1u8, 2];
    let p = &raw mut a as *mut u8;
    unsafe { f(&*p, p) };
}
