//@ title: division by a power of two is a multiplication, by three it is not
//@ from: LLVM's arcp flag
// The inverse of a power of two is exact, so both round the same number. The inverse of three is not.
//@ check fn half: base => opt [alloc]: sound
//@ check fn third: base => opt [alloc]: unsound

#![crate_type = "lib"]

pub fn half(x: f32) -> f32 {
    #[cfg(base)]
    return x / 2.0;
    #[cfg(opt)]
    return x * 0.5;
}

pub fn third(x: f32) -> f32 {
    #[cfg(base)]
    return x / 3.0;
    #[cfg(opt)]
    return x * (1.0 / 3.0);
}
