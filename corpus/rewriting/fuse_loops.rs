//@ title: two loops become one
//@ from: LLVM, LoopFuse
// Apart: yes. If the second loop reads what the first writes further on, it reads too early: b one byte
// behind a.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: *mut [u8; 3], b: *const [u8; 3]) -> u8 {
    let mut s = 0u8;
    unsafe {
        #[cfg(base)]
        {
            for i in 0..3 {
                (*a)[i] = i as u8;
            }
            for i in 0..3 {
                s = s.wrapping_add((*b)[i]);
            }
        }
        #[cfg(opt)]
        for i in 0..3 {
            (*a)[i] = i as u8;
            s = s.wrapping_add((*b)[i]);
        }
    }
    s
}
