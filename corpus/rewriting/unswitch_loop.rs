//@ title: a condition moves out of a loop
//@ from: T01 of the catalogue; LLVM, SimpleLoopUnswitch
// A bool that is an argument can be tested before a loop that does not run. If testing it may panic, it
// cannot: n = 0, y = 0.
//@ check fn f: base => opt [alloc]: sound
//@ check fn panics: base => opt [alloc]: unsound /panics/
#![crate_type = "lib"]

pub fn f(n: u8, c: bool, x: u32) -> u32 {
    litmus::assume(n <= 3);
    let mut s = 0u32;
    #[cfg(base)]
    for i in 0..n {
        if c {
            s = s.wrapping_add(x);
        } else {
            s ^= i as u32;
        }
    }
    #[cfg(opt)]
    if c {
        for _ in 0..n {
            s = s.wrapping_add(x);
        }
    } else {
        for i in 0..n {
            s ^= i as u32;
        }
    }
    s
}

pub fn panics(n: u8, x: u8, y: u8) -> u8 {
    litmus::assume(n <= 2);
    let mut s = 0u8;
    #[cfg(opt)]
    let c = x / y == 1;
    for _ in 0..n {
        #[cfg(base)]
        let c = x / y == 1;
        if c {
            s += 1;
        }
    }
    s
}
