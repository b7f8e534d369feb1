//@ title: a load moves out of a loop with a store
//@ from: LLVM, LICM; the reason for `restrict`
// Taken apart, the store does not change what is loaded. If both are one object, each round doubles it:
// 1 becomes 8 and not 4.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: *mut u32, b: *const u32) {
    unsafe {
        #[cfg(opt)]
        let v = *b;
        for _ in 0..3 {
            #[cfg(base)]
            let v = *b;
            *a = (*a).wrapping_add(v);
        }
    }
}
