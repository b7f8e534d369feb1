//@ title: Tree Borrows, exposed tags: a known access is foreign to what came from wildcards
//@ from: semantics of exposed tags in Tree Borrows as an interpreter approximates them
// The reference hangs below p, which was exposed. A write through p itself is foreign to it.
//@ expect ok [tb tb-wildcard]: returns
//@ expect bad [tb tb-wildcard]: ub

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let r = unsafe { &mut *(p as usize as *mut i32) };
    unsafe {
        #[cfg(ok)]
        p.read();
        #[cfg(bad)]
        p.write(2);
    }
    *r = 3; //~ bad ub [tb tb-wildcard] (borrow-access) /write access through `r` .* Disabled/
}
