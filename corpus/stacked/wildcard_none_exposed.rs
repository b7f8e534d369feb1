//@ title: a pointer from an integer needs an exposed tag that may
//@ from: semantics/borrow-models 2.9
// Only a tag that was exposed counts: here one that may only read. Both variants of the model agree.
//@ expect ok [sb sb-wildcard]: prints "1\n"
//@ expect bad [sb sb-wildcard]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let s = &x;
    let w = s as *const i32 as usize as *mut i32;
    unsafe {
        #[cfg(bad)]
        {
            *w = 1; //~ bad ub [sb sb-wildcard] (borrow-access) /write access/
        }
        #[cfg(ok)]
        let _seen = *w;
    }
    x += 0;
    println!("{}", x);
}
