//@ title: a bounds check moves in front of the loop
//@ from: folklore; rustc leaves such checks in the loop, LLVM's IRCE splits the loop instead
// For n = 5 both panic, but the loop has written four elements before it does. A loop that only reads can
// be checked before.
//@ check fn writes: base => opt: unsound /panics/
//@ check fn reads: base => opt: sound
#![crate_type = "lib"]

pub fn writes(a: &mut [u8; 4], n: usize) {
    litmus::assume(n <= 5);
    #[cfg(opt)]
    assert!(n <= 4);
    for i in 0..n {
        a[i] = 0;
    }
}

pub fn reads(a: &[u8; 4], n: usize) -> u8 {
    litmus::assume(n <= 5);
    let mut s = 0u8;
    #[cfg(opt)]
    assert!(n <= 4);
    for i in 0..n {
        s ^= a[i];
    }
    s
}
