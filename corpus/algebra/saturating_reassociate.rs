//@ title: saturating additions of signed numbers may not be reassociated
//@ from: LLVM, InstCombine combines saturating additions only of one sign
// Unsigned: yes. Signed: (100 + 100) - 100 is 27 when the first sum saturates, 100 + (100 - 100) is 100.
//@ check fn unsigned: base => opt [alloc]: sound
//@ check fn signed: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn unsigned(a: u16, b: u16, c: u16) -> u16 {
    #[cfg(base)]
    let r = a.saturating_add(b).saturating_add(c);
    #[cfg(opt)]
    let r = a.saturating_add(b.saturating_add(c));
    r
}

pub fn signed(a: i8, b: i8, c: i8) -> i8 {
    #[cfg(base)]
    let r = a.saturating_add(b).saturating_add(c);
    #[cfg(opt)]
    let r = a.saturating_add(b.saturating_add(c));
    r
}
