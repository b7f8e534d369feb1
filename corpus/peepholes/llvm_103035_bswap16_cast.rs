//@ title: a byte swap of 16 bits forgets to truncate
//@ from: llvm/llvm-project issue 103035, "[MIPS] __builtin_bswap16 miscompilation"
// Swapping the bytes in both halves leaves the upper half behind: 0x04030201 must give 0x0102.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(v: u32) -> u32 {
    #[cfg(base)]
    let r = (v as u16).swap_bytes() as u32;
    #[cfg(bad)]
    let r = (v & 0x00FF_00FF) << 8 | (v >> 8) & 0x00FF_00FF;
    #[cfg(fixed)]
    let r = ((v & 0x00FF_00FF) << 8 | (v >> 8) & 0x00FF_00FF) & 0xFFFF;
    r
}
