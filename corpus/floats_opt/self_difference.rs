//@ title: a float minus itself, and compared with itself
//@ from: IEEE 754-2019, section 5.11; LLVM folds x - x only under nnan
// Infinity minus infinity is NaN, and NaN is not equal to itself. x == x says that x is no NaN.
//@ check fn difference: base => opt [alloc]: unsound
//@ check fn finite: base => opt [alloc]: sound
//@ check fn equal: base => opt [alloc]: unsound
//@ check fn is_nan: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn difference(x: f32) -> bool {
    #[cfg(base)]
    let r = x - x == 0.0;
    #[cfg(opt)]
    let r = true;
    r
}

pub fn finite(x: f32) -> bool {
    litmus::assume(x >= -3.0e38 && x <= 3.0e38);
    #[cfg(base)]
    let r = x - x == 0.0;
    #[cfg(opt)]
    let r = true;
    r
}

pub fn equal(x: f64) -> bool {
    #[cfg(base)]
    let r = x == x;
    #[cfg(opt)]
    let r = true;
    r
}

pub fn is_nan(x: f32) -> bool {
    #[cfg(base)]
    let r = x != x;
    #[cfg(opt)]
    let r = x.to_bits() & 0x7FFF_FFFF > 0x7F80_0000;
    r
}
