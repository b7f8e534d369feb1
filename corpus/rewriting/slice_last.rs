//@ title: the last element of a slice that may be empty
//@ from: std, slice::last
// a[len - 1] panics for the empty slice, where `last` gives None.
//@ check fn f: base => opt [alloc]: sound up to slices
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(a: &[u16]) -> u16 {
    #[cfg(base)]
    let r = match a.last() {
        Some(x) => *x,
        None => 0,
    };
    #[cfg(opt)]
    let r = if a.len() == 0 { 0 } else { a[a.len() - 1] };
    #[cfg(bad)]
    let r = a[a.len() - 1];
    r
}
