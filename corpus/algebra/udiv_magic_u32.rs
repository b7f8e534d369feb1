//@ title: unsigned division of 32 bits by three with a multiplication
//@ from: Hacker's Delight, section 10-8
// The product with 0xAAAAAAAB in 64 bits: compilers emit this for every `x / 3`. Here for the numbers below
// 2^10, where 0xAAAAAAAA is already wrong: it makes 3 / 3 zero.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u32) -> u32 {
    litmus::assume(x < 1024);
    #[cfg(base)]
    let r = x / 3;
    #[cfg(opt)]
    let r = ((x as u64 * 0xAAAA_AAAB) >> 33) as u32;
    #[cfg(bad)]
    let r = ((x as u64 * 0xAAAA_AAAA) >> 33) as u32;
    r
}
