//@ title: a mask moves over a shift if it is shifted too
//@ from: LLVM, InstCombine; Hacker's Delight, section 2-1
// (x & m) << n is (x << n) & (m << n). With the mask left alone 0xFF with m = 0xF, n = 4 becomes 0.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u64, m: u64, n: u32) -> u64 {
    litmus::assume(n < 64);
    #[cfg(base)]
    let r = (x & m) << n;
    #[cfg(opt)]
    let r = (x << n) & (m << n);
    #[cfg(bad)]
    let r = (x << n) & m;
    r
}
