//@ title: a tag younger than the unknown part is not in it
//@ from: semantics/borrow-models 2.9
// After an access through a pointer from an integer the unknown part has tags up to those that were left. What was
// made later and ended is known to be gone, in both variants of the model.
//@ expect ok [sb sb-wildcard]: prints "3\n"
//@ expect bad [sb sb-wildcard]: ub(borrow-access)

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    let w = p as usize as *mut i32;
    unsafe {
        *w = 1;
        let r = &mut *p;
        *r = 3;
        #[cfg(bad)]
        {
            *p = 3;
            *r = 3; //~ bad ub [sb sb-wildcard] (borrow-access) /write access using `r`/
        }
        #[cfg(ok)]
        let _last = *r;
        println!("{}", *p);
    }
}
