//@ title: a division by the smallest number
//@ from: bytecodealliance/wasmtime issue 11927, "`opt_level=speed` breaks `sdiv i64::MIN, i64::MIN`"
// Only the smallest number itself has a quotient other than zero, 1. As an arithmetic shift it would be
// -1 (and -1 for all other negative numbers; the report is about the smallest).
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i64) -> i64 {
    #[cfg(base)]
    let r = x / i64::MIN;
    #[cfg(bad)]
    let r = if x == i64::MIN { -1 } else { 0 };
    #[cfg(fixed)]
    let r = (x == i64::MIN) as i64;
    r
}
