//@ title: casts through other widths
//@ from: LLVM, InstCombine, isEliminableCastPair
// Widening and truncating back is nothing, whatever the extension. Truncating and widening loses bits
// (256), and a sign bit changes the extension: -1i8 as u8 as i16 is 255.
//@ check fn wide: base => opt [alloc]: sound
//@ check fn narrow: base => opt [alloc]: unsound
//@ check fn sign: base => opt [alloc]: unsound
//@ check fn mixed: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn wide(x: i32) -> u32 {
    #[cfg(base)]
    let r = x as i64 as u128 as u32;
    #[cfg(opt)]
    let r = x as u32;
    r
}

pub fn narrow(x: u32) -> u32 {
    #[cfg(base)]
    let r = x as u8 as u32;
    #[cfg(opt)]
    let r = x;
    r
}

pub fn sign(x: i8) -> i16 {
    #[cfg(base)]
    let r = x as u8 as i16;
    #[cfg(opt)]
    let r = x as i16;
    r
}

pub fn mixed(x: u8) -> i64 {
    #[cfg(base)]
    let r = x as u16 as i16 as i32 as i64;
    #[cfg(opt)]
    let r = x as i64;
    r
}
