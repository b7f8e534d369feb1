//@ title: a match with small results in the bits of one number
//@ from: LLVM, SimplifyCFG, SwitchLookupTable::BitMapKind
// Two bits for each case. Shifting by x instead of 2 x mixes the cases up: x = 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = match x {
        0 => 3,
        1 => 0,
        2 => 2,
        3 => 1,
        _ => 0,
    };
    #[cfg(opt)]
    let r = if x < 4 {
        0b01_10_00_11 >> (2 * x) & 3
    } else {
        0
    };
    #[cfg(bad)]
    let r = if x < 4 { 0b01_10_00_11 >> x & 3 } else { 0 };
    r
}
