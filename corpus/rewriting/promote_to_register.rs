//@ title: a memory cell is kept in a register during a loop
//@ from: LLVM, LICM, scalar promotion
// Wrapping additions: the final value is all that is seen. If the third addition panics, the first two
// have to be in memory: x = 253 and steps of 1.
//@ check fn wrapping: base => opt: sound
//@ check fn panicking: base => opt: unsound /panics/
#![crate_type = "lib"]

pub fn wrapping(p: &mut u8, x: u8) {
    #[cfg(base)]
    for _ in 0..4 {
        *p = p.wrapping_add(x);
    }
    #[cfg(opt)]
    {
        let mut v = *p;
        for _ in 0..4 {
            v = v.wrapping_add(x);
        }
        *p = v;
    }
}

pub fn panicking(p: &mut u8, x: u8) {
    #[cfg(base)]
    for _ in 0..4 {
        *p = *p + x;
    }
    #[cfg(opt)]
    {
        let mut v = *p;
        for _ in 0..4 {
            v = v + x;
        }
        *p = v;
    }
}
