//@ title: wrapping shifts mask their amount, plain ones panic
//@ from: Rust Reference, "Overflow"; the x86 shift instructions
// Hardware that masks the amount implements wrapping_shl. A plain shift by 8 of a byte panics, and an
// unchecked one is undefined.
//@ check fn f: wrapping => masked [alloc]: sound
//@ check fn f: plain => masked [alloc]: unsound
//@ check fn f: unchecked => masked [alloc]: sound
//@ check fn f: masked => unchecked [alloc]: unsound /arithmetic/
#![crate_type = "lib"]

pub fn f(x: u8, n: u32) -> u8 {
    #[cfg(wrapping)]
    let r = x.wrapping_shl(n);
    #[cfg(masked)]
    let r = x << (n & 7);
    #[cfg(plain)]
    let r = x << n;
    #[cfg(unchecked)]
    let r = unsafe { x.unchecked_shl(n) };
    r
}
