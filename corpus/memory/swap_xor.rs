//@ title: the XOR exchange fails on itself
//@ from: folklore
// Without a temporary the exchange of a place with itself leaves zero: an "optimisation" that needs to know
// that its pointers differ.
//@ expect base: prints "5\n"
//@ expect opt: prints "0\n"
//@ check base => opt: unsound /prints "0/

unsafe fn exchange(p: *mut u32, q: *mut u32) {
    #[cfg(base)]
    {
        let t = *p;
        *p = *q;
        *q = t;
    }
    #[cfg(opt)]
    {
        *p ^= *q;
        *q ^= *p;
        *p ^= *q;
    }
}

fn main() {
    unsafe {
        let mut c = 5;
        let p = &raw mut c;
        exchange(p, p);
        println!("{}", c);
    }
}
