//@ title: a promise of equal signs moves out of its arm
//@ from: llvm/llvm-project issue 112350, "`samesign` flag should be dropped"; poison there is immediate UB here
// Only the second arm promises equal signs. As c ^ (x >= y) it is promised always: c, x = 0, y = -1.
//@ check fn f: base => bad [alloc]: unsound /assume/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

fn samesign_uge(x: u64, y: u64) -> bool {
    unsafe { core::hint::assert_unchecked(x >> 63 == y >> 63) };
    x >= y
}

pub fn f(c: bool, x: u64, y: u64) -> bool {
    #[cfg(base)]
    let r = if c { x < y } else { samesign_uge(x, y) };
    #[cfg(bad)]
    let r = c ^ samesign_uge(x, y);
    #[cfg(fixed)]
    let r = c ^ (x >= y);
    r
}
