//@ title: `if w == q { w } else { q }` is `q`
//@ from: catalogue P18
// Whichever branch is taken, the address is that of `q`. Using `q` itself has at least the permission of
// the selected pointer; the other direction may lose it.
//@ expect base [flat]: prints "10\n"
//@ expect base [strict alloc]: prints "10\n" | ub(out-of-bounds)
//@ expect opt: prints "10\n"
//@ check base => opt: sound
//@ check opt => base [flat]: sound
//@ check opt => base [strict alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let w = (&raw mut x).wrapping_add(1);
        let q = &raw mut y;
        #[cfg(base)]
        let r = if w == q { w } else { q };
        #[cfg(opt)]
        let r = { let _ = w; q };
        *r = 10;
        println!("{}", y);
    }
}
