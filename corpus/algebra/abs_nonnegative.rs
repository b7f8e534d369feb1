//@ title: an absolute value is not negative, if it does not overflow
//@ from: folklore; the reason for LLVM's flag int_min_is_poison
// wrapping_abs(-128) is -128. `abs` panics there, so what is compared afterwards is not negative.
//@ check fn f: base => opt [alloc]: unsound
//@ check fn g: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8) -> bool {
    #[cfg(base)]
    let r = x.wrapping_abs() >= 0;
    #[cfg(opt)]
    let r = x == x;
    r
}

pub fn g(x: i8) -> bool {
    let y = x.abs();
    #[cfg(base)]
    let r = y >= 0;
    #[cfg(opt)]
    let r = y == y;
    r
}
