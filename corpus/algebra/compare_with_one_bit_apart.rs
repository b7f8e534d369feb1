//@ title: two equality tests one bit apart as one
//@ from: LLVM, InstCombine, foldAndOrOfICmpsWithConstEq
// 'a' and 'A' differ in one bit: or-ing it in first is enough. '1' and '2' differ in two: then '0' and
// '3' pass as well.
//@ check fn f: base => opt [alloc]: sound
//@ check fn g: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> bool {
    #[cfg(base)]
    let r = x == b'a' || x == b'A';
    #[cfg(opt)]
    let r = x | 0x20 == b'a';
    r
}

pub fn g(x: u8) -> bool {
    #[cfg(base)]
    let r = x == b'1' || x == b'2';
    #[cfg(opt)]
    let r = x | 3 == b'3';
    r
}
