//@ title: saturating subtraction as maximum and difference
//@ from: Hacker's Delight, section 2-19 (doz)
// max(a, b) - b, or a - min(a, b). Comparing the wrong way round panics for 0 - 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => other [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
//@ check fn branch: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: u64, b: u64) -> u64 {
    #[cfg(base)]
    let r = a.saturating_sub(b);
    #[cfg(opt)]
    let r = a.max(b) - b;
    #[cfg(other)]
    let r = a - a.min(b);
    #[cfg(bad)]
    let r = if a < b { a - b } else { 0 };
    r
}

pub fn branch(a: u8, b: u8) -> u8 {
    #[cfg(base)]
    let r = if a > b { a - b } else { 0 };
    #[cfg(not(base))]
    let r = a.wrapping_sub(b) & ((a > b) as u8).wrapping_neg();
    r
}
