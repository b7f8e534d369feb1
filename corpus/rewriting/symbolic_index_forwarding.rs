//@ title: a store to a[i] and a load from a[j]
//@ from: folklore (select over read and write: McCarthy's arrays)
// If i is j it is what was stored, else what was there. Taking it to be always the old one is wrong for
// i = j.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn twice: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: &mut [u16; 4], i: usize, j: usize, v: u16) -> u16 {
    litmus::assume(i < 4 && j < 4);
    #[cfg(not(base))]
    let old = a[j];
    a[i] = v;
    #[cfg(base)]
    let r = a[j];
    #[cfg(opt)]
    let r = if i == j { v } else { old };
    #[cfg(bad)]
    let r = old;
    r
}

pub fn twice(a: &mut [u16; 4], i: usize, v: u16, w: u16) {
    litmus::assume(i < 4);
    #[cfg(base)]
    {
        a[i] = v;
    }
    a[i] = w;
    let _ = v;
}
