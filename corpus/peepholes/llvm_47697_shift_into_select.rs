//@ title: a shift moves into both arms of a select
//@ from: llvm/llvm-project issue 47697 (Bugzilla 48353), "Incorrect folding of LShr into select instruction"; in LLVM an unused poison arm does no harm, with immediate UB it does
// The amount is zero for a > 1. Shifting by a itself before the choice is undefined for a = 51; in the
// arm it is right.
//@ check fn f: base => bad [alloc]: unsound /arithmetic/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: i32) -> u32 {
    litmus::assume(a >= 0);
    #[cfg(base)]
    let r = 3u32 >> if a > 1 { 0 } else { a };
    #[cfg(bad)]
    let r = {
        let shifted = unsafe { 3u32.unchecked_shr(a as u32) };
        if a > 1 {
            3
        } else {
            shifted
        }
    };
    #[cfg(fixed)]
    let r = if a > 1 {
        3
    } else {
        unsafe { 3u32.unchecked_shr(a as u32) }
    };
    r
}
