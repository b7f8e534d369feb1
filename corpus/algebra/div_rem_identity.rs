//@ title: quotient times divisor plus remainder is the dividend again
//@ from: Rust Reference, "Arithmetic and logical binary operators"
// True for every divisor but zero, where the left side panics: the right side must not forget that.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn g: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) -> u8 {
    #[cfg(base)]
    let r = x / y * y + x % y;
    #[cfg(opt)]
    let r = if y == 0 { panic!() } else { x };
    #[cfg(bad)]
    let r = x;
    r
}

pub fn g(x: i8, y: i8) -> i8 {
    #[cfg(base)]
    let r = (x / y).wrapping_mul(y).wrapping_add(x % y);
    #[cfg(not(base))]
    let r = if y == 0 || (x == -128 && y == -1) {
        panic!()
    } else {
        x
    };
    r
}
