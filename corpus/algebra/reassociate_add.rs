//@ title: reassociation of additions: wrapping, plain, unchecked
//@ from: folklore; LLVM's Reassociate drops nsw and nuw for this reason
// Wrapping: always. Plain: (100 + 100) + -100 panics in i8, 100 + (100 + -100) does not. Unchecked: the
// other order may overflow where this one does not: (100 + -100) + 100.
//@ check fn wrapping: base => opt [alloc]: sound
//@ check fn wrapping128: base => opt [alloc]: sound
//@ check fn plain: base => opt [alloc]: unsound
//@ check fn unchecked: base => opt [alloc]: unsound /arithmetic/
//@ check fn unsigned: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn wrapping(a: u64, b: u64, c: u64) -> u64 {
    #[cfg(base)]
    let r = a.wrapping_add(b).wrapping_add(c);
    #[cfg(opt)]
    let r = a.wrapping_add(b.wrapping_add(c));
    r
}

pub fn wrapping128(a: i128, b: i128, c: i128) -> i128 {
    #[cfg(base)]
    let r = a.wrapping_add(b).wrapping_add(c);
    #[cfg(opt)]
    let r = a.wrapping_add(b.wrapping_add(c));
    r
}

pub fn plain(a: i8, b: i8, c: i8) -> i8 {
    #[cfg(base)]
    let r = (a + b) + c;
    #[cfg(opt)]
    let r = a + (b + c);
    r
}

pub fn unchecked(a: i8, b: i8, c: i8) -> i8 {
    #[cfg(base)]
    let r = unsafe { a.unchecked_add(b).unchecked_add(c) };
    #[cfg(opt)]
    let r = unsafe { a.unchecked_add(b.unchecked_add(c)) };
    r
}

pub fn unsigned(a: u8, b: u8, c: u8) -> u8 {
    #[cfg(base)]
    let r = a + b + c;
    #[cfg(opt)]
    let r = a + (b + c);
    r
}
