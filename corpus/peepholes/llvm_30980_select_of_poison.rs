//@ title: an addition that is only reached where it does not overflow
//@ from: llvm/llvm-project issue 30980 (Bugzilla 31632), "SimplifyCFG and InstCombine interact badly"
// For x = 127 nothing is added and the answer is false. Believing that x + 1 never overflows makes it true.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: i8) -> bool {
    #[cfg(base)]
    let r = if x != 127 {
        unsafe { x.unchecked_add(1) > x }
    } else {
        false
    };
    #[cfg(bad)]
    let r = x == x;
    #[cfg(fixed)]
    let r = x < 127;
    r
}
