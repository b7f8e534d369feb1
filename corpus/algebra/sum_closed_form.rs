//@ title: a sum over a bounded loop in closed form
//@ from: LLVM, IndVarSimplify, rewriteLoopExitValues
// n (n - 1) / 2 for n <= 8. Halving n first is wrong for odd n: for 3 it gives 2.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(n: u8) -> u8 {
    litmus::assume(n <= 8);
    #[cfg(base)]
    let r = {
        let mut s = 0;
        for i in 0..n {
            s += i;
        }
        s
    };
    #[cfg(opt)]
    let r = n * n.wrapping_sub(1) / 2;
    #[cfg(bad)]
    let r = n / 2 * n.saturating_sub(1);
    r
}
