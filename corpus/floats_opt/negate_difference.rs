//@ title: the negation of a difference
//@ from: IEEE 754-2019, section 6.3; LLVM folds -(a - b) only under nsz
// 1 - 1 is 0.0, its negation -0.0, and the swapped difference 0.0 again. Negation itself only flips a bit.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn compared: base => opt [alloc]: sound
//@ check fn add: base => opt [alloc]: sound
#![crate_type = "lib"]

fn bits(x: f32) -> u32 {
    if x == x {
        x.to_bits()
    } else {
        1
    }
}

pub fn f(a: f32, b: f32) -> u32 {
    #[cfg(base)]
    let r = -(a - b);
    #[cfg(opt)]
    let r = b - a;
    bits(r)
}

pub fn compared(a: f32, b: f32) -> bool {
    #[cfg(base)]
    let r = -(a - b) > 0.0;
    #[cfg(opt)]
    let r = b - a > 0.0;
    r
}

pub fn add(a: f32, b: f32) -> u32 {
    #[cfg(base)]
    let r = a - b;
    #[cfg(opt)]
    let r = a + -b;
    bits(r)
}
