//@ title: a comparison of two rotations as one rotation by the difference
//@ from: llvm/llvm-project issue 223262 (InstCombine, not valid for non-power-of-two bit widths)
// In eight bits the difference of the amounts wraps at a multiple of 8. In six bits it wraps at 64, no
// multiple of 6: amounts 0 and 12 rotate alike, their difference does not.
//@ check fn f: base => opt [alloc]: sound
//@ check fn six_bits: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8, y: u8, a: u8, b: u8) -> bool {
    #[cfg(base)]
    let r = x.rotate_right(a as u32) == y.rotate_right(b as u32);
    #[cfg(opt)]
    let r = x.rotate_right(a.wrapping_sub(b) as u32) == y;
    r
}

fn rotate6(x: u8, n: u8) -> u8 {
    let n = n % 6;
    (x >> n | x << (6 - n)) & 63
}

pub fn six_bits(x: u8, y: u8, a: u8, b: u8) -> bool {
    litmus::assume(x < 64 && y < 64 && a < 64 && b < 64);
    #[cfg(base)]
    let r = rotate6(x, a) == rotate6(y, b);
    #[cfg(opt)]
    let r = rotate6(x, a.wrapping_sub(b) & 63) == y;
    r
}
