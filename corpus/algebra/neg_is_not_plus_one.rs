//@ title: negation is complement plus one
//@ from: Hacker's Delight, section 2-1
// Also complement of x - 1. A plain negation panics for the smallest number, the idiom does not.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => other [alloc]: sound
//@ check fn f: plain => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i64) -> i64 {
    #[cfg(base)]
    let r = x.wrapping_neg();
    #[cfg(plain)]
    let r = -x;
    #[cfg(opt)]
    let r = (!x).wrapping_add(1);
    #[cfg(other)]
    let r = !x.wrapping_sub(1);
    r
}
