//@ title: signed overflow from the signs of operands and sum
//@ from: Hacker's Delight, section 2-13
// Overflow: both operands have the other sign than the sum. Comparing the sum with one operand, as for
// unsigned numbers, calls 0 + -1 an overflow.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: i8, b: i8) -> bool {
    let s = a.wrapping_add(b);
    #[cfg(base)]
    let r = a.checked_add(b).is_none();
    #[cfg(opt)]
    let r = (s ^ a) & (s ^ b) < 0;
    #[cfg(bad)]
    let r = s < a;
    #[cfg(fixed)]
    let r = (s < a) != (b < 0);
    r
}

pub fn f64(a: i64, b: i64) -> bool {
    let s = a.wrapping_sub(b);
    #[cfg(base)]
    let r = a.checked_sub(b).is_none();
    #[cfg(not(base))]
    let r = (a ^ b) & (s ^ a) < 0;
    r
}
