//@ title: a product with 2^16 + 1, shifted right by 16
//@ from: llvm/llvm-project issues 98927 and 114736 (about an undef factor, which Rust does not have)
// x + (x >> 16) where the product does not overflow. Where it wraps it is not: 65536 gives 1, not 65537.
//@ check fn f: base => opt [alloc]: sound
//@ check fn wrapping: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u32) -> u32 {
    #[cfg(base)]
    let r = unsafe { x.unchecked_mul(65537) } >> 16;
    #[cfg(opt)]
    let r = x + (x >> 16);
    r
}

pub fn wrapping(x: u32) -> u32 {
    #[cfg(base)]
    let r = x.wrapping_mul(65537) >> 16;
    #[cfg(opt)]
    let r = x.wrapping_add(x >> 16);
    r
}
