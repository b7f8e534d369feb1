//@ title: adding zero is not the identity, subtracting zero is
//@ from: IEEE 754-2019, section 6.3; LLVM's nsz flag
// -0.0 + 0.0 is 0.0, so `x + 0.0` must stay; `x - 0.0` and `x + -0.0` are x for all numbers.
//@ check fn add: base => opt [alloc]: unsound
//@ check fn sub: base => opt [alloc]: sound
//@ check fn add_negative: base => opt [alloc]: sound

#![crate_type = "lib"]

pub fn add(x: f32) -> f32 {
    #[cfg(base)]
    return x + 0.0;
    #[cfg(opt)]
    return x;
}

pub fn sub(x: f32) -> f32 {
    #[cfg(base)]
    return x - 0.0;
    #[cfg(opt)]
    return x;
}

pub fn add_negative(x: f32) -> f32 {
    #[cfg(base)]
    return x + -0.0;
    #[cfg(opt)]
    return x;
}
