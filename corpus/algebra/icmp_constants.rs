//@ title: comparisons with the smallest and largest numbers
//@ from: LLVM, InstCombine, canonicalisation of icmp
// x < 1 is x == 0, x > 254 is x == 255, x <= c is x < c + 1 unless c + 1 wraps: x <= 255 is true and
// x < 0 is false.
//@ check fn f: base => opt [alloc]: sound
//@ check fn below: base => opt [alloc]: sound
//@ check fn any_bound: base => opt [alloc]: unsound
//@ check fn bound: base => opt [alloc]: sound
//@ check fn sign: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32) -> bool {
    #[cfg(base)]
    let r = x < 1;
    #[cfg(opt)]
    let r = x == 0;
    r
}

pub fn below(x: u128) -> bool {
    #[cfg(base)]
    let r = x > u128::MAX - 1;
    #[cfg(opt)]
    let r = x == u128::MAX;
    r
}

pub fn any_bound(x: u8, c: u8) -> bool {
    #[cfg(base)]
    let r = x <= c;
    #[cfg(opt)]
    let r = x < c.wrapping_add(1);
    r
}

pub fn bound(x: u64, c: u64) -> bool {
    litmus::assume(c != u64::MAX);
    #[cfg(base)]
    let r = x <= c;
    #[cfg(opt)]
    let r = x < c + 1;
    r
}

pub fn sign(x: i64) -> bool {
    #[cfg(base)]
    let r = x < 0;
    #[cfg(opt)]
    let r = x as u64 >> 63 == 1;
    r
}
