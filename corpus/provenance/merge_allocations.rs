//@ title: placing two objects in one bigger allocation
//@ from: derived; slab allocation, stack frames
// Merging makes them neighbours, which they were allowed to be. Taking one allocation apart is another
// matter: code may have walked from one half to the other.
//@ expect two: prints "1 2 false\n" | prints "1 2 true\n"
//@ expect one: prints "1 2 true\n"
//@ check two => one: sound
//@ check one => two: unsound /prints "1 2 false/

fn main() {
    unsafe {
        #[cfg(two)]
        let (mut a, mut b) = (1u8, 2u8);
        #[cfg(two)]
        let (p, q) = (&raw mut a, &raw mut b);
        #[cfg(one)]
        let mut both = [1u8, 2u8];
        #[cfg(one)]
        let p = (&raw mut both).cast::<u8>();
        #[cfg(one)]
        let q = p.add(1);
        println!("{} {} {}", *p, *q, p.wrapping_add(1) == q);
    }
}
