//@ title: `p + (q - p)` is `q`, when used to access `q`
//@ from: catalogue P19
// The sum has the address of `q` and the permission of `p`, which is worth nothing there: replacing it by
// `q` can only remove UB.
//@ expect base [flat]: prints "5\n"
//@ expect base [strict alloc]: ub(out-of-bounds)
//@ expect opt: prints "5\n"
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let d = q.addr().wrapping_sub(p.addr());
        #[cfg(base)]
        let r = p.wrapping_add(d);
        #[cfg(opt)]
        let r = { let _ = d; q };
        *r = 5;
        println!("{}", y);
    }
}
