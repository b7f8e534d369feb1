//@ title: a reference made of a pointer from an integer
//@ from: semantics/borrow-models 2.9
// The retag's write is that of the exposed tag. The reference lies on top and ends like any other.
//@ expect ok [sb sb-wildcard]: prints "3\n"
//@ expect bad [sb sb-wildcard]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let w = p as usize as *mut i32;
    let r = unsafe { &mut *w };
    *r = 3;
    #[cfg(ok)]
    println!("{}", *r);
    unsafe { *p = 3 };
    #[cfg(bad)]
    {
        *r = 3; //~ bad ub [sb sb-wildcard] (borrow-access) /write access using `r`/
        println!("{}", *r);
    }
}
