//@ title: 0 <= x < n for signed numbers as one unsigned comparison
//@ from: every bounds check on a signed index; Hacker's Delight, section 4-1
// Right if n is not negative. For n = -1 the unsigned bound is huge: x = 0 would be inside.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i64, n: i64) -> bool {
    litmus::assume(n >= 0);
    #[cfg(base)]
    let r = 0 <= x && x < n;
    #[cfg(opt)]
    let r = (x as u64) < n as u64;
    r
}

pub fn g(x: i64, n: i64) -> bool {
    #[cfg(base)]
    let r = 0 <= x && x < n;
    #[cfg(opt)]
    let r = (x as u64) < n as u64;
    r
}
