//@ title: an overflow check is deleted because overflow is undefined
//@ from: GCC bugzilla PR 30475 (assert(int+100 > int) optimized away)
// With an unchecked addition the check may go, with the wrapping one that the programmer had in mind it
// may not: 100 + 100 is -56.
//@ check fn unchecked: base => opt [alloc]: sound
//@ check fn wrapping: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn unchecked(x: i8) -> i8 {
    #[cfg(base)]
    let r = unsafe {
        if x.unchecked_add(100) > x {
            x
        } else {
            panic!()
        }
    };
    #[cfg(opt)]
    let r = x;
    r
}

pub fn wrapping(x: i8) -> i8 {
    #[cfg(base)]
    let r = if x.wrapping_add(100) > x { x } else { panic!() };
    #[cfg(opt)]
    let r = x;
    r
}
