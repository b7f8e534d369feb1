//@ title: a store that is overwritten after another pointer was read
//@ from: LLVM, DeadStoreElimination
// The read sees the first store if both point to one object.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *mut u16, q: *const u16, x: u16) -> u16 {
    unsafe {
        #[cfg(base)]
        {
            *p = x;
        }
        let r = *q;
        *p = 0;
        #[cfg(opt)]
        {
            let _ = x;
        }
        r
    }
}
