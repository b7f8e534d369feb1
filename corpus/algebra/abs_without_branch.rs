//@ title: the absolute value without a branch
//@ from: Hacker's Delight, section 2-4; Bit Twiddling Hacks, "Compute the integer absolute value (abs) without branching"
// With the mask y = x >> 31: (x ^ y) - y. A plain subtraction keeps the panic of `abs` for the smallest
// number; a logical shift makes the mask 1 instead of -1: |-1| is not -3.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => plus [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn panics: base => opt [alloc]: sound
//@ check fn panics: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i32) -> i32 {
    let y = x >> 31;
    #[cfg(base)]
    let r = if x < 0 { x.wrapping_neg() } else { x };
    #[cfg(opt)]
    let r = (x ^ y).wrapping_sub(y);
    #[cfg(plus)]
    let r = x.wrapping_add(y) ^ y;
    #[cfg(bad)]
    let r = {
        let y = (x as u32 >> 31) as i32;
        (x ^ y).wrapping_sub(y)
    };
    r
}

pub fn panics(x: i8) -> i8 {
    #[cfg(base)]
    let r = x.abs();
    #[cfg(opt)]
    let r = (x ^ (x >> 7)) - (x >> 7);
    #[cfg(any(bad, plus))]
    let r = (x ^ (x >> 7)).wrapping_sub(x >> 7);
    r
}
