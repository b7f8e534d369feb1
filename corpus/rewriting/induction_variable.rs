//@ title: a product with the loop counter becomes a running sum
//@ from: LLVM, LoopStrengthReduce
// Starting at zero and wrapping like the product. A running sum that panics does so once too late to be
// needed: it is one addition ahead.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(k: u8, n: u8) -> u8 {
    litmus::assume(n <= 3);
    let mut s = 0u8;
    #[cfg(not(base))]
    let mut p = 0u8;
    for i in 0..n {
        #[cfg(base)]
        let p = i.wrapping_mul(k);
        s ^= p;
        #[cfg(opt)]
        {
            p = p.wrapping_add(k);
        }
        #[cfg(bad)]
        {
            p += k;
        }
        let _ = i;
    }
    s
}
