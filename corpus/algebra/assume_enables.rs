//@ title: a promise removes a check, a check may not become a promise
//@ from: std::hint::assert_unchecked
// Where the promise is broken the source is undefined. Turning the panic for y == 0 into a promise makes
// a defined panic undefined.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u32, y: u32) -> u32 {
    #[cfg(base)]
    unsafe {
        core::hint::assert_unchecked(y == 4)
    };
    #[cfg(base)]
    let r = x / y;
    #[cfg(opt)]
    let r = x >> 2;
    r
}

pub fn g(x: u32, y: u32) -> u32 {
    #[cfg(base)]
    if y == 0 {
        panic!()
    }
    #[cfg(opt)]
    unsafe {
        core::hint::assert_unchecked(y != 0)
    };
    x / y
}
