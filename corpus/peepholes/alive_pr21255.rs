//@ title: a shift and a division by a constant as one division (PR21255)
//@ from: Alive, PLDI 2015, figure 8: LLVM PR21255
// (x >> 4) / 17 is 0 for all x, but 17 << 4 wraps to 16, and 16 / 16 is 1. With 15 nothing wraps.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn small: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    let r = (x >> 4) / 17;
    #[cfg(bad)]
    let r = x / (17 << 4);
    r
}

pub fn small(x: u8) -> u8 {
    #[cfg(base)]
    let r = (x >> 4) / 15;
    #[cfg(bad)]
    let r = x / (15 << 4);
    r
}
