//@ title: a common factor taken out
//@ from: GCC bugzilla, the discussion of A*B+A -> A*(B+1) in match.pd
// Wrapping: yes. Plain: for a = 0, b = 127 the product is 0 + 0, but b + 1 panics.
//@ check fn wrapping: base => opt [alloc]: sound
//@ check fn plain: base => opt [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn wrapping(a: u8, b: u8) -> u8 {
    #[cfg(base)]
    let r = a.wrapping_mul(b).wrapping_add(a);
    #[cfg(opt)]
    let r = a.wrapping_mul(b.wrapping_add(1));
    r
}

pub fn plain(a: i8, b: i8) -> i8 {
    #[cfg(base)]
    let r = a * b + a;
    #[cfg(opt)]
    let r = a * (b + 1);
    r
}
