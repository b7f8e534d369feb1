//@ title: `p + (q - p)` is not `q` when it goes home again
//@ from: catalogue P19m
// The detour over `q` is legal for a pointer of `x`, it may wander anywhere and come back. Replacing the
// middle of the walk by `q` changes whose pointer arrives.
//@ expect base: prints "5\n"
//@ expect opt [flat]: prints "5\n"
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
        let r = p.wrapping_add(d);
        #[cfg(opt)]
        let r = q;
        *r.wrapping_sub(d) = 5;
        println!("{}", x);
    }
}
