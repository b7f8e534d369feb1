//@ title: a select and the zero-extension of its condition
//@ from: llvm/llvm-project issue 64669 (wrong code since f12a556)
// Adding the condition to the select adds one to its first arm. The fold took the extension for a signed
// one and added minus one: f(true, 0).
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
//@ check fn signed: base => bad [alloc]: sound
#![crate_type = "lib"]

pub fn f(c: bool, a: i64) -> i64 {
    #[cfg(base)]
    let r = if c { a } else { 0 }.wrapping_add(c as i64);
    #[cfg(bad)]
    let r = if c { a.wrapping_sub(1) } else { 0 };
    #[cfg(fixed)]
    let r = if c { a.wrapping_add(1) } else { 0 };
    r
}

pub fn signed(c: bool, a: i64) -> i64 {
    #[cfg(base)]
    let r = if c { a } else { 0 }.wrapping_add(-(c as i64));
    #[cfg(not(base))]
    let r = if c { a.wrapping_sub(1) } else { 0 };
    r
}
