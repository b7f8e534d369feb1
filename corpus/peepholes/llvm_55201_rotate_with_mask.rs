//@ title: two shifts look like a rotation, but one is masked
//@ from: llvm/llvm-project issue 55201, "likely arm64 miscompile" (DAGCombiner, rotate matching)
// Only one bit comes back at the bottom. A full rotation brings five: 0xF0000000 gives 62 instead of 32.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u32) -> u32 {
    #[cfg(base)]
    let r = (x | 1) << 5 | (x >> 27) & 1;
    #[cfg(bad)]
    let r = x.rotate_right(27) | 0x20;
    #[cfg(fixed)]
    let r = x.rotate_right(27) & !0x1E | 0x20;
    r
}
