//@ title: Tree Borrows: a slice is retagged with all its elements
//@ from: Tree Borrows (PLDI 2025), reborrows
// The length says how much a slice reference reads. A slice that ends before the element does not freeze it.
//@ expect ok [tb]: returns
//@ expect bad [tb]: ub

fn main() {
    let mut a = [1u8, 2, 3];
    let p = &raw mut a as *mut u8;
    let last = unsafe { &mut *p.add(2) };
    *last = 4;
    #[cfg(ok)]
    let n = 2;
    #[cfg(bad)]
    let n = 3;
    let _s = unsafe { std::slice::from_raw_parts(p, n) };
    *last = 5; //~ bad ub [tb] (borrow-access) /write access through `last` at offset 2 .* Frozen/
}
