//@ title: a divisor shifted left and right is shifted by the difference (PR21274)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR21274
// 2 << 0 >> 1 is 1. The difference of the amounts is -1: shifting by that is undefined. Right if a >= b
// and no bit was lost on the way.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn kept: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8, p: u8, a: u32, b: u32) -> u8 {
    litmus::assume(p.is_power_of_two() && a < 8 && b < 8 && p << a >> b != 0);
    #[cfg(base)]
    let r = x / (p << a >> b);
    #[cfg(bad)]
    let r = x / unsafe { p.unchecked_shl(a.wrapping_sub(b)) };
    r
}

pub fn kept(x: u8, p: u8, a: u32, b: u32) -> u8 {
    litmus::assume(p.is_power_of_two() && a < 8 && b <= a && p << a != 0);
    #[cfg(base)]
    let r = x / (p << a >> b);
    #[cfg(bad)]
    let r = x / unsafe { p.unchecked_shl(a.wrapping_sub(b)) };
    r
}
