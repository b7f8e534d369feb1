//@ title: floats compared by their bits
//@ from: rust-lang/rust issue 128243, "Jump threading MIR opt unsoundly uses bitpattern equality for floats"
// 0.0 and -0.0 are equal and have different bits; NaN has the same bits as itself and is not equal. Away
// from both it is right.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn positive: base => opt [alloc]: sound
//@ check fn branch: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: f32, y: f32) -> bool {
    #[cfg(base)]
    let r = x == y;
    #[cfg(opt)]
    let r = x.to_bits() == y.to_bits();
    r
}

pub fn positive(x: f32, y: f32) -> bool {
    litmus::assume(x > 0.0 && y > 0.0);
    #[cfg(base)]
    let r = x == y;
    #[cfg(opt)]
    let r = x.to_bits() == y.to_bits();
    r
}

pub fn branch(c: bool) -> u8 {
    let x = if c { -0.0f32 } else { 1.0 };
    #[cfg(base)]
    let r = if x == 0.0 { 10 } else { 20 };
    #[cfg(opt)]
    let r = if x.to_bits() == 0 { 10 } else { 20 };
    r
}
