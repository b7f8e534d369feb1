//@ title: a match on discriminants becomes a cast
//@ from: rust-lang/rust issue 124150 and pull request 127324 (MatchBranchSimplification)
// Casting an enum with a signed discriminant sign-extends it: -1 becomes -1, and the match says 255. For
// the unsigned discriminant the cast is right.
//@ check fn signed: base => cast [alloc]: unsound
//@ check fn unsigned: base => cast [alloc]: sound
//@ check fn truncated: base => cast [alloc]: sound
#![crate_type = "lib"]

#[repr(i8)]
#[derive(Clone, Copy)]
pub enum Signed {
    M = -1,
    Z = 0,
    P = 1,
}

#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Unsigned {
    Z = 0,
    P = 1,
    M = 255,
}

pub fn signed(e: Signed) -> i16 {
    #[cfg(base)]
    let r = match e {
        Signed::M => 255,
        Signed::Z => 0,
        Signed::P => 1,
    };
    #[cfg(cast)]
    let r = e as i16;
    r
}

pub fn unsigned(e: Unsigned) -> i16 {
    #[cfg(base)]
    let r = match e {
        Unsigned::M => 255,
        Unsigned::Z => 0,
        Unsigned::P => 1,
    };
    #[cfg(cast)]
    let r = e as i16;
    r
}

pub fn truncated(e: Signed) -> u8 {
    #[cfg(base)]
    let r = match e {
        Signed::M => 255,
        Signed::Z => 0,
        Signed::P => 1,
    };
    #[cfg(cast)]
    let r = e as u8;
    r
}
