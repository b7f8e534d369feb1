//@ title: addition and multiplication of floats commute
//@ from: IEEE 754-2019
// Both orders round the same real number; if it is a NaN, both may give the same NaNs.
//@ check fn add: base => opt [alloc]: sound
//@ check fn mul: base => opt [alloc]: sound
//@ check fn sub: base => opt [alloc]: unsound

#![crate_type = "lib"]

pub fn add(x: f64, y: f64) -> f64 {
    #[cfg(base)]
    return x + y;
    #[cfg(opt)]
    return y + x;
}

pub fn mul(x: f32, y: f32) -> f32 {
    #[cfg(base)]
    return x * y;
    #[cfg(opt)]
    return y * x;
}

pub fn sub(x: f32, y: f32) -> f32 {
    #[cfg(base)]
    return x - y;
    #[cfg(opt)]
    return y - x;
}
