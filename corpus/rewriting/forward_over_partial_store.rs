//@ title: a store is forwarded over a store of one byte
//@ from: folklore; LLVM, MemoryDependenceAnalysis
// Apart: yes. If q points into the word, its byte has changed.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *mut u32, q: *mut u8, v: u32) -> u32 {
    unsafe {
        *p = v;
        *q = 7;
        #[cfg(base)]
        let r = *p;
        #[cfg(opt)]
        let r = v;
        r
    }
}
