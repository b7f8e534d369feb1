//@ title: a store that both arms make is made once
//@ from: LLVM, SimplifyCFG, SinkCommonCodeFromPredecessors
// After the arms, or before them with a select. If one arm reads the cell first, the store may not move
// up over it: c = true, 1 in the cell, x = 2.
//@ check fn f: base => opt: sound
//@ check fn reads: base => opt: unsound
#![crate_type = "lib"]

pub fn f(c: bool, p: &mut u32, x: u32) {
    #[cfg(base)]
    if c {
        *p = x;
    } else {
        *p = 0;
    }
    #[cfg(opt)]
    {
        *p = if c { x } else { 0 };
    }
}

pub fn reads(c: bool, p: &mut u32, x: u32) -> u32 {
    let mut r = 0;
    #[cfg(base)]
    if c {
        r = *p;
        *p = x;
    } else {
        *p = x;
    }
    #[cfg(opt)]
    {
        *p = x;
        if c {
            r = *p;
        }
    }
    r
}
