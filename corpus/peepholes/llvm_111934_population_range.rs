//@ title: a range of a population count outlives the test for zero
//@ from: llvm/llvm-project issues 111934 and 112078 (`range` must be dropped); poison there is immediate UB here
// That the count is at least one is promised where x is not zero. Without the test it is broken for 0.
//@ check fn f: base => bad [alloc]: unsound /assume/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

fn count(x: u32) -> u32 {
    let n = x.count_ones();
    unsafe { core::hint::assert_unchecked(n >= 1 && n < 33) };
    n
}

pub fn f(x: u32) -> bool {
    #[cfg(base)]
    let r = x != 0 && count(x) < 2;
    #[cfg(bad)]
    let r = count(x) == 1;
    #[cfg(fixed)]
    let r = x.count_ones() == 1;
    r
}
