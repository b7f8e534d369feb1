//@ title: an integer comparison of the bits orders positive floats only
//@ from: a classic trick of sorting floats
// For numbers that are not negative, the order of the bits is that of the values.
//@ check fn positive: base => opt [alloc]: sound
//@ check fn any: base => opt [alloc]: unsound

#![crate_type = "lib"]

pub fn positive(x: f32, y: f32) -> bool {
    let (x, y) = (x.abs(), y.abs());
    if x.is_nan() || y.is_nan() {
        return false;
    }
    #[cfg(base)]
    return x < y;
    #[cfg(opt)]
    return x.to_bits() < y.to_bits();
}

pub fn any(x: f32, y: f32) -> bool {
    if x.is_nan() || y.is_nan() {
        return false;
    }
    #[cfg(base)]
    return x < y;
    #[cfg(opt)]
    return x.to_bits() < y.to_bits();
}
