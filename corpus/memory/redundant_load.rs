//@ title: loading once instead of twice
//@ from: common subexpression elimination; derived
// Between the two loads is a write through another pointer. It matters exactly if that may point to the same
// place.
//@ expect base: prints "2 3\n"
//@ check base => opt: unsound /prints "2 2/
//@ check quiet => quiet_opt: sound

unsafe fn f(p: *mut i32, q: *mut i32) {
    let a = *p;
    #[cfg(any(base, opt))]
    {
        *q += 1;
    }
    #[cfg(any(base, quiet))]
    let b = *p;
    #[cfg(any(opt, quiet_opt))]
    let b = a;
    println!("{} {}", a, { let _ = q; b });
}

fn main() {
    unsafe {
        let mut x = 2;
        let p = &raw mut x;
        f(p, p);
    }
}
