//@ title: a choice between bools as logic
//@ from: T03 of the catalogue; LLVM, InstCombine
// if c { true } else { b } is c | b, if c { b } else { false } is c & b. Mixing them up differs for
// c = true, b = false. (In LLVM the eager forms need `freeze`, because b may be poison; a bool of Rust
// that is evaluated has a value.)
//@ check fn or: base => opt [alloc]: sound
//@ check fn or: base => bad [alloc]: unsound
//@ check fn and: base => opt [alloc]: sound
//@ check fn implies: base => opt [alloc]: sound
//@ check fn differ: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn or(c: bool, b: bool) -> bool {
    #[cfg(base)]
    let r = if c { true } else { b };
    #[cfg(opt)]
    let r = c | b;
    #[cfg(bad)]
    let r = c & b;
    r
}

pub fn and(c: bool, b: bool) -> bool {
    #[cfg(base)]
    let r = if c { b } else { false };
    #[cfg(not(base))]
    let r = c & b;
    r
}

pub fn implies(c: bool, b: bool) -> bool {
    #[cfg(base)]
    let r = if c { b } else { true };
    #[cfg(not(base))]
    let r = c <= b;
    r
}

pub fn differ(c: bool, b: bool) -> bool {
    #[cfg(base)]
    let r = if c { !b } else { b };
    #[cfg(not(base))]
    let r = c != b;
    r
}
