//@ title: the saturating cast refines the unchecked one, for all inputs
//@ from: core::primitive::f32, to_int_unchecked
// Where the unchecked conversion is defined both truncate; elsewhere it may be anything.
//@ check fn convert: base => opt [alloc]: sound
//@ check fn convert: opt => base [alloc]: unsound

#![crate_type = "lib"]

pub fn convert(x: f32) -> i32 {
    #[cfg(base)]
    return unsafe { x.to_int_unchecked() };
    #[cfg(opt)]
    return x as i32;
}
