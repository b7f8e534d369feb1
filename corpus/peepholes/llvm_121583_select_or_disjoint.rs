//@ title: a select of the common bits and a disjoint or
//@ from: llvm/llvm-project issue 121583 (`disjoint` should be dropped in foldSelectICmpEq); poison there is immediate UB here
// (x | y) & !c is x & y as well when c is x ^ y. But the or is disjoint only in its own arm: x = y = 15,
// c = 0.
//@ check fn f: base => bad [alloc]: unsound /assume/
//@ check fn f: base => fixed [alloc]: sound
#![crate_type = "lib"]

fn or_disjoint(x: u32, y: u32) -> u32 {
    unsafe { core::hint::assert_unchecked(x & y == 0) };
    x | y
}

pub fn f(x: u32, y: u32, c: u32) -> u32 {
    #[cfg(base)]
    let r = if x ^ y == c {
        x & y
    } else {
        or_disjoint(x, y) & !c
    };
    #[cfg(bad)]
    let r = or_disjoint(x, y) & !c;
    #[cfg(fixed)]
    let r = (x | y) & !c;
    r
}
