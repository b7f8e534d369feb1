//@ title: a comparison of shifted pieces as one with a rotation
//@ from: llvm/llvm-project issue 220542 (DAGCombiner, X86, preferedOpcodeForCmpEqPiecesOfOperand)
// Right if the amount divides the width: 2 of 8. In three bits it does not: x = 0b101 has equal ends, but
// is not equal to its rotation.
//@ check fn f: base => opt [alloc]: sound
//@ check fn three_bits: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> bool {
    #[cfg(base)]
    let r = x << 2 == x & 0xFC;
    #[cfg(opt)]
    let r = x.rotate_left(2) == x;
    r
}

pub fn three_bits(x: u8) -> bool {
    let x = x & 7;
    #[cfg(base)]
    let r = (x << 2) & 7 == x & 4;
    #[cfg(opt)]
    let r = (x << 2 | x >> 1) & 7 == x;
    r
}
