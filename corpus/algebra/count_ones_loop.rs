//@ title: a population count that clears one bit at a time
//@ from: Bit Twiddling Hacks, "Counting bits set, Brian Kernighan's way"
// At most eight rounds. LLVM's LoopIdiomRecognize replaces such a loop. One round less misses a bit of 255.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: bad => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(x: u8) -> u32 {
    #[cfg(opt)]
    let r = x.count_ones();
    #[cfg(not(opt))]
    let r = {
        let mut x = x;
        let mut n = 0;
        for _ in 0..if cfg!(bad) { 7 } else { 8 } {
            if x != 0 {
                x &= x - 1;
                n += 1;
            }
        }
        n
    };
    r
}
