//@ title: a remainder by a shifted one, and the sum with it
//@ from: llvm/llvm-project issue 89516, "miscompile of vanilla integer code by InstCombine"
// 1 % (1 << a) is 1 but for a = 0, where it is 0. The branch that adds 1 << a cannot be dropped: for
// a = 0, b = -1 the sum is 1 and the short form 0.
//@ check fn f: base => bad [alloc]: unsound
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

pub fn f(a: u32, b: i8) -> i8 {
    litmus::assume(a < 8);
    #[cfg(base)]
    let r = {
        let t = 1i8 << a;
        let s = 1 % t;
        if b < 0 {
            s.wrapping_add(t)
        } else {
            s
        }
    };
    #[cfg(bad)]
    let r = (a != 0) as i8;
    #[cfg(fixed)]
    let r = (a != 0) as i8 + if b < 0 { 1 << a } else { 0 };
    r
}
