//@ title: an integer through a float and back
//@ from: IEEE 754-2019, section 3.6 (24 and 53 bits of precision); LLVM, InstCombine foldItoFPtoI
// All 32 bits fit into an f64, not into an f32: 16777217 comes back as 16777216. 16 bits fit into both.
//@ check fn by_f32: base => opt [alloc]: unsound
//@ check fn by_f64: base => opt [alloc]: sound
//@ check fn short: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn by_f32(x: u32) -> u32 {
    #[cfg(base)]
    let r = x as f32 as u32;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn by_f64(x: u32) -> u32 {
    #[cfg(base)]
    let r = x as f64 as u32;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn short(x: i16) -> i16 {
    #[cfg(base)]
    let r = x as f32 as i16;
    #[cfg(opt)]
    let r = x;
    r
}
