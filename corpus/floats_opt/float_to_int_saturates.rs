//@ title: a cast from float to integer saturates
//@ from: Rust Reference, "Numeric cast"
// NaN becomes 0, what is too large becomes the largest number. Casting to a wider type first and
// truncating then does not saturate: 300.0 would be 44.
//@ check fn nan: base => opt [alloc]: sound
//@ check fn wide: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn nan(x: f32) -> u8 {
    #[cfg(base)]
    let r = if x != x { 0 } else { x as u8 };
    #[cfg(opt)]
    let r = x as u8;
    r
}

pub fn wide(x: f32) -> u8 {
    #[cfg(base)]
    let r = x as u8;
    #[cfg(opt)]
    let r = x as i32 as u8;
    r
}
