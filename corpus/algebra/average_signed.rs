//@ title: the average of two signed numbers rounds down
//@ from: Hacker's Delight, section 2-5; JDK bug 5045582 (binary search) is why people look for it
// With an arithmetic shift the idiom is the floor of the average, not the quotient that `/` gives: for 0
// and -1 it is -1, where x + (y - x) / 2 and (x + y) / 2 are 0.
//@ check fn f: floor => opt [alloc]: sound
//@ check fn f: trunc => opt [alloc]: unsound
//@ check fn f: floor => diff [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i8, y: i8) -> i8 {
    #[cfg(floor)]
    let r = ((x as i16 + y as i16) >> 1) as i8;
    #[cfg(trunc)]
    let r = ((x as i16 + y as i16) / 2) as i8;
    #[cfg(opt)]
    let r = (x & y) + ((x ^ y) >> 1);
    #[cfg(diff)]
    let r = x.wrapping_add(y.wrapping_sub(x) / 2);
    r
}
