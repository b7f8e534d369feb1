//@ title: multiplying a float by one, by zero, and by two
//@ from: IEEE 754-2019, section 6; LLVM, InstSimplify
// x * 1.0 is x. x * 0.0 is not 0.0: it is -0.0 for -1.0 and NaN for infinity. x * 2.0 is x + x.
//@ check fn one: base => opt [alloc]: sound
//@ check fn zero: base => opt [alloc]: unsound
//@ check fn two: base => opt [alloc]: sound
#![crate_type = "lib"]

fn bits(x: f32) -> u32 {
    if x == x {
        x.to_bits()
    } else {
        1
    }
}

pub fn one(x: f32) -> u32 {
    #[cfg(base)]
    let r = x * 1.0;
    #[cfg(opt)]
    let r = x;
    bits(r)
}

pub fn zero(x: f32) -> u32 {
    #[cfg(base)]
    let r = x * 0.0;
    #[cfg(opt)]
    let r = if x == x { 0.0 } else { x };
    bits(r)
}

pub fn two(x: f32) -> u32 {
    #[cfg(base)]
    let r = x * 2.0;
    #[cfg(opt)]
    let r = x + x;
    bits(r)
}
