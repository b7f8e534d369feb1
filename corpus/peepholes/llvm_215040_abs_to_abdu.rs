//@ title: the absolute value of a difference as an unsigned distance
//@ from: llvm/llvm-project issue 215040, "Invalid `(abs (sub x, y)) -> abdu(x, y)` fold in some cases"
// Right if both are not negative. With a negative second operand 0 - -10^9 is 10^9, and the unsigned
// distance is 2^32 - 10^9.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: i32, y: i32) -> i32 {
    litmus::assume(x >= 0 && y >= 0);
    #[cfg(base)]
    let r = x.wrapping_sub(y).wrapping_abs();
    #[cfg(opt)]
    let r = (x as u32).abs_diff(y as u32) as i32;
    r
}

pub fn g(x: i32, y: i32) -> i32 {
    litmus::assume(x >= 0 && y < 0);
    #[cfg(base)]
    let r = x.wrapping_sub(y).wrapping_abs();
    #[cfg(opt)]
    let r = (x as u32).abs_diff(y as u32) as i32;
    r
}
