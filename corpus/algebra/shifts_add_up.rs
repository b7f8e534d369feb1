//@ title: two shifts in one direction are one by the sum
//@ from: LLVM, InstCombine, reassociateShiftAmtsOfTwoSameDirectionShifts
// If the sum is less than the width. Else the result is zero (logical) and the combined shift panics:
// 16 + 16.
//@ check fn f: base => opt [alloc]: sound
//@ check fn any: base => opt [alloc]: unsound /panics/
//@ check fn any: base => checked [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32, a: u32, b: u32) -> u32 {
    litmus::assume(a < 16 && b < 16);
    #[cfg(base)]
    let r = x >> a >> b;
    #[cfg(not(base))]
    let r = x >> (a + b);
    r
}

pub fn any(x: u32, a: u32, b: u32) -> u32 {
    litmus::assume(a < 32 && b < 32);
    #[cfg(base)]
    let r = x >> a >> b;
    #[cfg(opt)]
    let r = x >> (a + b);
    #[cfg(checked)]
    let r = x.checked_shr(a + b).unwrap_or(0);
    r
}
