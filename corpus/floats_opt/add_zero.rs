//@ title: adding zero to a float
//@ from: IEEE 754-2019, section 6.3; LLVM folds x + 0.0 only under nsz
// -0.0 + 0.0 is 0.0. Adding -0.0 keeps every number, and subtracting 0.0 does. NaNs may change their
// bits, which nobody sees in a result that is only compared.
//@ check fn plus: base => opt [alloc]: unsound
//@ check fn minus_zero: base => opt [alloc]: sound
//@ check fn subtract: base => opt [alloc]: sound
//@ check fn wide: base => opt [alloc]: unsound
#![crate_type = "lib"]

// The bits of a number, or the same for each NaN.
fn bits(x: f32) -> u32 {
    if x == x {
        x.to_bits()
    } else {
        1
    }
}

pub fn plus(x: f32) -> u32 {
    #[cfg(base)]
    let r = x + 0.0;
    #[cfg(opt)]
    let r = x;
    bits(r)
}

pub fn minus_zero(x: f32) -> u32 {
    #[cfg(base)]
    let r = x + -0.0;
    #[cfg(opt)]
    let r = x;
    bits(r)
}

pub fn subtract(x: f32) -> u32 {
    #[cfg(base)]
    let r = x - 0.0;
    #[cfg(opt)]
    let r = x;
    bits(r)
}

pub fn wide(x: f64) -> u64 {
    #[cfg(base)]
    let r = x + 0.0;
    #[cfg(opt)]
    let r = x;
    if x == x {
        r.to_bits()
    } else {
        1
    }
}
