//@ title: a conditional negation without a branch
//@ from: Bit Twiddling Hacks, "Conditionally negate a value without branching"
// (x ^ -c) + c. Without the addition f(true, 0) is -1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f128: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(c: bool, x: i32) -> i32 {
    #[cfg(base)]
    let r = if c { x.wrapping_neg() } else { x };
    #[cfg(opt)]
    let r = (x ^ -(c as i32)).wrapping_add(c as i32);
    #[cfg(bad)]
    let r = x ^ -(c as i32);
    r
}

pub fn f128(c: bool, x: i128) -> i128 {
    #[cfg(base)]
    let r = if c { x.wrapping_neg() } else { x };
    #[cfg(not(base))]
    let r = (x ^ -(c as i128)).wrapping_add(c as i128);
    r
}
