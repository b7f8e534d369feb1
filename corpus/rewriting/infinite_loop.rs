//@ title: an infinite loop may not be removed
//@ from: rust-lang/rust issue 28728, "LLVM loop optimization can make safe programs crash"
// For x = 0 the source never returns. C++ and old LLVM may remove such a loop, Rust may not. A path that
// does not end is no behaviour here, so this is not refuted; the verdict says that it stops at the loop.
//@ check fn f: base => bad [alloc]: sound up to loops
#![crate_type = "lib"]

pub fn f(x: u8) -> u8 {
    #[cfg(base)]
    if x == 0 {
        loop {}
    }
    #[cfg(bad)]
    let _ = 0;
    x
}
