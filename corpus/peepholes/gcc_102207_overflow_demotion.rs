//@ title: the operand of an overflow test loses its extension
//@ from: GCC bugzilla PR tree-optimization/102207 (match.pd, demotion of __builtin_*_overflow arguments)
// The sum is taken of the mathematical values: -1 converted to an unsigned type is 65535, and 65535 + 1 does not
// fit into a byte. Without the conversion -1 + 1 does.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn unsigned: base => bad [alloc]: sound
#![crate_type = "lib"]

fn fits(x: i32) -> bool {
    0 <= x && x <= 255
}

pub fn f(x: i8, y: u8) -> bool {
    #[cfg(base)]
    let r = fits(x as u16 as i32 + y as i32);
    #[cfg(bad)]
    let r = fits(x as i32 + y as i32);
    r
}

pub fn unsigned(x: u8, y: u8) -> bool {
    #[cfg(base)]
    let r = fits(x as u16 as i32 + y as i32);
    #[cfg(bad)]
    let r = fits(x as i32 + y as i32);
    r
}
