//@ title: folding a pointer-integer-pointer round trip
//@ from: LLVM #33896; RFC 3559, "Drawbacks"; catalogue P04
// `w as usize as *mut u8` may come back with the provenance of `q`, which has the same address and is
// exposed. `w` itself never has it: the fold brings UB. LLVM does it, and its developers argue about it.
//@ expect base [flat alloc]: prints "" | prints "10\n"
//@ expect base [strict]: prints "" | ub(no-provenance)
//@ expect opt [alloc]: prints "" | ub(out-of-bounds)
//@ check base => opt [flat strict]: sound
//@ check base => opt [alloc]: unsound /ub/

fn main() {
    unsafe {
        let mut x = 0u8;
        let mut y = 0u8;
        let w = (&raw mut x).wrapping_add(1);
        let q = &raw mut y;
        let _exposed = q as usize;
        if w == q {
            #[cfg(base)]
            let r = w as usize as *mut u8;
            #[cfg(opt)]
            let r = w;
            *r = 10;
            println!("{}", y);
        }
    }
}
