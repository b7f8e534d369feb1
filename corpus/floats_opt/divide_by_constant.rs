//@ title: a division by a constant as a multiplication with its inverse
//@ from: Goldberg 1991; LLVM, InstCombine (only if the inverse is exact)
// One half is exact, a tenth is not: 9 / 10 and 9 * 0.1 differ in the last bit.
//@ check fn two: base => opt [alloc]: sound
//@ check fn ten: base => opt [alloc]: unsound
#![crate_type = "lib"]

fn bits(x: f32) -> u32 {
    if x == x {
        x.to_bits()
    } else {
        1
    }
}

pub fn two(x: f32) -> u32 {
    #[cfg(base)]
    let r = x / 2.0;
    #[cfg(opt)]
    let r = x * 0.5;
    bits(r)
}

pub fn ten(x: f32) -> u32 {
    #[cfg(base)]
    let r = x / 10.0;
    #[cfg(opt)]
    let r = x * 0.1;
    bits(r)
}
