//@ title: a scaled index is zero for more than one index
//@ from: LLVM Bugzilla 45210, reviews.llvm.org/D99481 (foldCmpLoadFromIndexedGlobal)
// i * 4 wraps: four indices give offset 0, among them 1 << 62. Masking the top bits first is right.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(i: u64) -> bool {
    #[cfg(base)]
    let r = i.wrapping_mul(4) == 0;
    #[cfg(bad)]
    let r = i == 0;
    #[cfg(fixed)]
    let r = i & 0x3FFF_FFFF_FFFF_FFFF == 0;
    r
}
