//@ title: turning integer arithmetic into pointer arithmetic
//@ from: catalogue P20
// `(p as usize + 1) as *mut u8` may be a pointer to the neighbour, which is exposed too;
// `p.wrapping_add(1)` is never that.
//@ expect base [flat alloc]: prints "" | prints "10\n"
//@ expect opt [alloc]: prints "" | ub(out-of-bounds)
//@ check base => opt [flat strict]: sound
//@ check base => opt [alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let p = &raw mut x;
        let q = &raw mut y;
        let (ip, iq) = (p as usize, q as usize);
        if ip.wrapping_add(1) == iq {
            #[cfg(base)]
            let r = ip.wrapping_add(1) as *mut u8;
            #[cfg(opt)]
            let r = p.wrapping_add(1);
            *r = 10;
            println!("{}", y);
        }
    }
}
