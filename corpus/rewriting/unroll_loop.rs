//@ title: a loop is unrolled by two
//@ from: LLVM, LoopUnroll
// With a remainder for odd counts. Without it the last round is missing: n = 1.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: &[u8; 4], n: usize) -> u8 {
    litmus::assume(n <= 4);
    let mut s = 0u8;
    #[cfg(base)]
    for i in 0..n {
        s = s.wrapping_mul(3).wrapping_add(a[i]);
    }
    #[cfg(not(base))]
    {
        let mut i = 0;
        while i + 1 < n {
            s = s.wrapping_mul(3).wrapping_add(a[i]);
            s = s.wrapping_mul(3).wrapping_add(a[i + 1]);
            i += 2;
        }
        #[cfg(opt)]
        if i < n {
            s = s.wrapping_mul(3).wrapping_add(a[i]);
        }
        #[cfg(bad)]
        let _ = i;
    }
    s
}
