//@ title: x + x is x * 2, and x * 0 is not 0
//@ from: LLVM's nnan and nsz flags
// Doubling is exact. A product with zero is a NaN for NaN and infinity, and -0.0 for negative numbers.
//@ check fn double: base => opt [alloc]: sound
//@ check fn zero: base => opt [alloc]: unsound

#![crate_type = "lib"]

pub fn double(x: f32) -> f32 {
    #[cfg(base)]
    return x + x;
    #[cfg(opt)]
    return x * 2.0;
}

pub fn zero(x: f32) -> f32 {
    #[cfg(base)]
    return x * 0.0;
    #[cfg(opt)]
    return 0.0;
}
