//@ title: two comparisons become one unsigned range check
//@ from: Hacker's Delight, section 4-1; LLVM, SimplifyRangeCheck
// a <= x < b is x - a < b - a, if the range is not the wrong way round: for a = 2, b = 1 the difference
// is 255 and nearly everything is inside.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f32: base => opt [alloc]: sound
//@ check fn any_order: base => opt [alloc]: unsound
//@ check fn constants: base => opt [alloc]: sound
//@ check fn constants: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8, a: u8, b: u8) -> bool {
    litmus::assume(a <= b);
    #[cfg(base)]
    let r = a <= x && x < b;
    #[cfg(not(base))]
    let r = x.wrapping_sub(a) < b.wrapping_sub(a);
    r
}

pub fn f32(x: i32, a: i32, b: i32) -> bool {
    litmus::assume(a <= b);
    #[cfg(base)]
    let r = a <= x && x < b;
    #[cfg(not(base))]
    let r = (x.wrapping_sub(a) as u32) < b.wrapping_sub(a) as u32;
    r
}

pub fn any_order(x: u8, a: u8, b: u8) -> bool {
    #[cfg(base)]
    let r = a <= x && x < b;
    #[cfg(not(base))]
    let r = x.wrapping_sub(a) < b.wrapping_sub(a);
    r
}

pub fn constants(x: u8) -> bool {
    #[cfg(base)]
    let r = x >= b'0' && x <= b'9';
    #[cfg(opt)]
    let r = x.wrapping_sub(b'0') < 10;
    #[cfg(bad)]
    let r = x.wrapping_sub(b'0') <= 10;
    r
}
