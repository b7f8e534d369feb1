//@ title: two of four cases share an arm
//@ from: rust-lang/rust issue 115681, "Miscompile with `-Copt-level=1` after update to LLVM 17"; the wrong form here is only what was observed
// 0x00 and 0x40 set the output. In the miscompiled program 0x40 did not.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(v: u8) -> u8 {
    #[cfg(base)]
    let r = match v {
        0x00 | 0x40 => 1,
        0x80 | 0xC0 => 0,
        _ => 2,
    };
    #[cfg(bad)]
    let r = if v & 0x3F == 0 { (v == 0) as u8 } else { 2 };
    #[cfg(fixed)]
    let r = if v & 0x3F == 0 { v >> 7 ^ 1 } else { 2 };
    r
}
