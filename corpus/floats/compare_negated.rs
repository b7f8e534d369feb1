//@ title: !(x < y) is not x >= y, for some inputs
//@ from: IEEE 754-2019, section 5.11
// For all floats at once: the counterexample needs a NaN. The other order of the operands is right.
//@ check fn wrong: base => opt [alloc]: unsound
//@ check fn right: base => opt [alloc]: sound

#![crate_type = "lib"]

pub fn wrong(x: f64, y: f64) -> bool {
    #[cfg(base)]
    return !(x < y);
    #[cfg(opt)]
    return x >= y;
}

pub fn right(x: f64, y: f64) -> bool {
    #[cfg(base)]
    return x < y;
    #[cfg(opt)]
    return y > x;
}
