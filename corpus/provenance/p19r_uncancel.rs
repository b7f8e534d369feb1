//@ title: writing `p + (q - p)` for `q`
//@ from: catalogue P19r
// What is an identity for integers is not one for pointers: the result belongs to `x`.
//@ expect base: prints "5\n"
//@ expect opt [strict alloc]: ub(out-of-bounds)
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let d = q.addr().wrapping_sub(p.addr());
        #[cfg(base)]
        let r = { let _ = d; q };
        #[cfg(opt)]
        let r = p.wrapping_add(d);
        *r = 5;
        println!("{}", y);
    }
}
