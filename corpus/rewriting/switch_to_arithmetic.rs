//@ title: a match whose results are in line
//@ from: LLVM, SimplifyCFG, SwitchLookupTable::LinearMapKind
// 3 x + 10 for the cases; the default must stay apart: 100 gives 54 modulo 256.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: unreachable => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(any(base, unreachable))]
    let r = match x {
        0 => 10,
        1 => 13,
        2 => 16,
        3 => 19,
        #[cfg(base)]
        _ => 0,
        #[cfg(unreachable)]
        _ => unsafe { core::hint::unreachable_unchecked() },
    };
    #[cfg(opt)]
    let r = if x < 4 { 3 * x + 10 } else { 0 };
    #[cfg(bad)]
    let r = x.wrapping_mul(3).wrapping_add(10);
    r
}
