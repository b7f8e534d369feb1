//@ title: a second test of the same condition
//@ from: LLVM, jump threading
// If the cell cannot have changed. After a store through another pointer it may have.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *const u8, q: *mut u8) -> u8 {
    unsafe {
        if *p == 0 {
            *q = 1;
            #[cfg(base)]
            let r = if *p == 0 { 10 } else { 20 };
            #[cfg(opt)]
            let r = 10;
            r
        } else {
            30
        }
    }
}
