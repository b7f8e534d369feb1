//@ title: two loads of bytes become one of a word
//@ from: LLVM, AggressiveInstCombine foldLoadsRecursive, DAGCombiner MatchLoadCombine
// Little endian and unaligned. With a store to the second byte between the loads it reads the old one.
//@ check fn f: base => opt [alloc]: sound
//@ check fn store: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *const [u8; 2]) -> u16 {
    unsafe {
        #[cfg(base)]
        let r = (*p)[0] as u16 | ((*p)[1] as u16) << 8;
        #[cfg(opt)]
        let r = (p as *const u16).read_unaligned();
        r
    }
}

pub fn store(p: *mut [u8; 2]) -> u16 {
    unsafe {
        #[cfg(base)]
        let r = {
            let low = (*p)[0];
            (*p)[1] = 7;
            low as u16 | ((*p)[1] as u16) << 8
        };
        #[cfg(opt)]
        let r = {
            let r = (p as *const u16).read_unaligned();
            (*p)[1] = 7;
            r
        };
        r
    }
}
