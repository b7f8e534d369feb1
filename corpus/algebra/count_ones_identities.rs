//@ title: population counts of complements, negations and unions
//@ from: Hacker's Delight, section 5-1
// pop(!x) = 32 - pop(x); pop(x) + pop(y) = pop(x | y) + pop(x & y). Negation keeps no count: pop(1) is 1
// and pop(-1) is 32.
//@ check fn complement: base => opt [alloc]: sound
//@ check fn union: base => opt [alloc]: sound
//@ check fn negation: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn complement(x: u32) -> u32 {
    #[cfg(base)]
    let r = (!x).count_ones();
    #[cfg(opt)]
    let r = 32 - x.count_ones();
    r
}

pub fn union(x: u8, y: u8) -> u32 {
    #[cfg(base)]
    let r = x.count_ones() + y.count_ones();
    #[cfg(opt)]
    let r = (x | y).count_ones() + (x & y).count_ones();
    r
}

pub fn negation(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.count_ones();
    #[cfg(opt)]
    let r = x.wrapping_neg().count_ones();
    r
}
