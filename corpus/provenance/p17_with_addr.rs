//@ title: `with_addr` moves the address, not the permission
//@ from: std::ptr, "Strict Provenance"; catalogue P17
// `p.with_addr(q.addr())` points to `y` on behalf of `x`. Writing there is UB, so the value of `y` can be
// forwarded over it.
//@ expect base [flat]: prints "2\n"
//@ expect base [strict alloc]: ub(out-of-bounds)
//@ check base => opt [flat]: unsound /prints "1/
//@ check base => opt [strict alloc]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        *q = 1;
        *p.with_addr(q.addr()) = 2; //~[strict alloc] ub /out-of-bounds/
        #[cfg(base)]
        println!("{}", *q);
        #[cfg(opt)]
        println!("{}", 1);
    }
}
