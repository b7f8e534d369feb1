//@ title: the absolute value and the sign of a float in its bits
//@ from: IEEE 754-2019, section 5.5.1
// Clearing the top bit is the absolute value. A comparison with zero is not a test of the sign bit: -0.0.
//@ check fn absolute: base => opt [alloc]: sound
//@ check fn sign: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn absolute(x: f32) -> u32 {
    litmus::assume(x == x);
    #[cfg(base)]
    let r = if x < 0.0 { -x } else { 0.0 + x };
    #[cfg(opt)]
    let r = f32::from_bits(x.to_bits() & 0x7FFF_FFFF);
    r.to_bits()
}

pub fn sign(x: f32) -> bool {
    litmus::assume(x == x);
    #[cfg(base)]
    let r = x < 0.0;
    #[cfg(opt)]
    let r = x.to_bits() >> 31 == 1;
    r
}
