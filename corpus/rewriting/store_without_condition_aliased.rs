//@ title: a conditional store is made always, and undone
//@ from: folklore (if-conversion with a write-back)
// Writing first and putting the old value back is seen by a read in between, if that is of the same cell.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(c: bool, p: *mut u8, q: *const u8) -> u8 {
    unsafe {
        #[cfg(base)]
        let r = {
            let r = *q;
            if c {
                *p = 9;
            }
            r
        };
        #[cfg(opt)]
        let r = {
            let old = *p;
            *p = 9;
            let r = *q;
            if !c {
                *p = old;
            }
            r
        };
        r
    }
}
