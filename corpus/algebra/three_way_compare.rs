//@ title: a three-way comparison without branches
//@ from: Hacker's Delight, section 2-9
// (x > y) - (x < y). By subtraction 127 and -1 come out the wrong way round.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f64: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8, y: i8) -> i8 {
    #[cfg(base)]
    let r = if x < y {
        -1
    } else if x == y {
        0
    } else {
        1
    };
    #[cfg(opt)]
    let r = (x > y) as i8 - (x < y) as i8;
    #[cfg(bad)]
    let r = x.wrapping_sub(y).signum();
    r
}

pub fn f64(x: u64, y: u64) -> i32 {
    #[cfg(base)]
    let r = match x.cmp(&y) {
        core::cmp::Ordering::Less => -1,
        core::cmp::Ordering::Equal => 0,
        core::cmp::Ordering::Greater => 1,
    };
    #[cfg(not(base))]
    let r = (x > y) as i32 - (x < y) as i32;
    r
}
