//@ title: which integers survive a detour through a float
//@ from: IEEE 754-2019, section 5.4.1
// Every i32 is an f64, and every i16 an f32; an i32 may be rounded on its way to f32.
//@ check fn wide: base => opt [alloc]: sound
//@ check fn narrow: base => opt [alloc]: sound
//@ check fn lossy: base => opt [alloc]: unsound

#![crate_type = "lib"]

pub fn wide(x: i32) -> i32 {
    #[cfg(base)]
    return x as f64 as i32;
    #[cfg(opt)]
    return x;
}

pub fn narrow(x: i16) -> i16 {
    #[cfg(base)]
    return x as f32 as i16;
    #[cfg(opt)]
    return x;
}

pub fn lossy(x: i32) -> i32 {
    #[cfg(base)]
    return x as f32 as i32;
    #[cfg(opt)]
    return x;
}
