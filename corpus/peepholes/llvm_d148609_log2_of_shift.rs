//@ title: a product with a shifted constant as one shift
//@ from: LLVM, reviews.llvm.org/D148609 (takeLog2 of `shl 4, Z`)
// x * (4 << z) is x << (z + 2), unless 4 << z loses its bit: for z = 6 in eight bits the product is 0 and
// the shift is by the whole width.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn nonzero: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8, z: u32) -> u8 {
    litmus::assume(z < 8);
    #[cfg(base)]
    let r = x.wrapping_mul(4 << z);
    #[cfg(bad)]
    let r = unsafe { x.unchecked_shl(z + 2) };
    r
}

pub fn nonzero(x: u8, z: u32) -> u8 {
    litmus::assume(z < 8 && 4u8 << z != 0);
    #[cfg(base)]
    let r = x.wrapping_mul(4 << z);
    #[cfg(bad)]
    let r = unsafe { x.unchecked_shl(z + 2) };
    r
}
