//@ title: swapping two exposes, and two casts back
//@ from: derived from catalogue P32
// Exposes commute with each other and casts back commute with each other; only the two kinds do not commute
// with one another.
//@ expect base [flat alloc]: prints "1 2\n"
//@ check base => exposes [flat alloc]: sound
//@ check base => casts [flat alloc]: sound
//@ check base => casts [strict]: sound vacuous
//@ check base => exposes [strict]: sound vacuous

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let (p, q) = (&raw mut x, &raw mut y);
        #[cfg(not(exposes))]
        let (a, b) = (p as usize, q as usize);
        #[cfg(exposes)]
        let (b, a) = (q as usize, p as usize);
        #[cfg(not(casts))]
        let (r, s) = (a as *mut u8, b as *mut u8);
        #[cfg(casts)]
        let (s, r) = (b as *mut u8, a as *mut u8);
        *r = 1;
        *s = 2;
        println!("{} {}", x, y);
    }
}
