//@ title: a signed remainder by a power of two is not a mask
//@ from: Hacker's Delight, section 10-2
// -1 % 8 is -1, and -1 & 7 is 7. Whether the remainder is zero may be asked of the mask. The euclidean
// remainder is the mask.
//@ check fn rem: base => opt [alloc]: unsound
//@ check fn zero: base => opt [alloc]: sound
//@ check fn euclid: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn rem(x: i32) -> i32 {
    #[cfg(base)]
    let r = x % 8;
    #[cfg(opt)]
    let r = x & 7;
    r
}

pub fn zero(x: i32) -> bool {
    #[cfg(base)]
    let r = x % 8 == 0;
    #[cfg(opt)]
    let r = x & 7 == 0;
    r
}

pub fn euclid(x: i32) -> i32 {
    #[cfg(base)]
    let r = x.rem_euclid(8);
    #[cfg(opt)]
    let r = x & 7;
    r
}
