//@ title: a + 1 > a is true, unless the addition wraps
//@ from: folklore; the usual example for what undefined overflow buys
// Unchecked: the one a where it is false is undefined. Wrapping: 127 + 1 is -128. Plain: 127 panics.
//@ check fn unchecked: base => opt [alloc]: sound
//@ check fn wrapping: base => opt [alloc]: unsound
//@ check fn plain: base => opt [alloc]: unsound
//@ check fn positive: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn unchecked(a: i32) -> bool {
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(1) } > a;
    #[cfg(opt)]
    let r = a == a;
    r
}

pub fn wrapping(a: i8) -> bool {
    #[cfg(base)]
    let r = a.wrapping_add(1) > a;
    #[cfg(opt)]
    let r = a == a;
    r
}

pub fn plain(a: i8) -> bool {
    #[cfg(base)]
    let r = a + 1 > a;
    #[cfg(opt)]
    let r = a == a;
    r
}

pub fn positive(a: i64, b: i64) -> bool {
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(b) } > a;
    #[cfg(opt)]
    let r = b > 0;
    r
}
