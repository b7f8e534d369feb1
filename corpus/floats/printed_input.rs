//@ title: two floats print the same if they are the same number or both NaN
//@ from: core::fmt::Display for f64
// Printing is no way to see the bits of a NaN, but it shows the sign of a zero.
//@ check fn nan_bits: base => opt [alloc]: sound
//@ check fn zero_sign: base => opt [alloc]: unsound

#![crate_type = "lib"]

pub fn nan_bits(x: f64) {
    #[cfg(base)]
    println!("{}", x);
    #[cfg(opt)]
    println!("{}", x * 1.0);
}

pub fn zero_sign(x: f64) {
    #[cfg(base)]
    println!("{}", x);
    #[cfg(opt)]
    println!("{}", x + 0.0);
}
