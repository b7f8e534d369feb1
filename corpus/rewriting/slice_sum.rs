//@ title: indexing a slice and iterating over it
//@ from: folklore; clippy lint needless_range_loop
// Each element once, in order. One index too many panics even for the empty slice.
//@ check fn f: base => opt [alloc]: sound up to slices
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(a: &[u8]) -> u8 {
    let mut s = 0u8;
    #[cfg(base)]
    for i in 0..a.len() {
        s = s.wrapping_add(a[i]);
    }
    #[cfg(opt)]
    for x in a {
        s = s.wrapping_add(*x);
    }
    #[cfg(bad)]
    for i in 0..=a.len() {
        s = s.wrapping_add(a[i]);
    }
    s
}
