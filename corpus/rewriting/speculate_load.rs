//@ title: a load is executed speculatively
//@ from: LLVM, SimplifyCFG, SpeculativelyExecuteBB
// From a reference: it can always be read. From a pointer that is null if the condition does not hold it
// cannot.
//@ check fn reference: base => opt: sound
//@ check fn raw: base => opt [alloc sb tb]: unsound /null/
#![crate_type = "lib"]

pub fn reference(c: bool, p: &u64) -> u64 {
    #[cfg(base)]
    let r = if c { *p } else { 0 };
    #[cfg(opt)]
    let r = {
        let v = *p;
        if c {
            v
        } else {
            0
        }
    };
    r
}

pub fn raw(c: bool, x: u64) -> u64 {
    let p: *const u64 = if c { &x } else { core::ptr::null() };
    #[cfg(base)]
    let r = if c { unsafe { *p } } else { 0 };
    #[cfg(opt)]
    let r = {
        let v = unsafe { *p };
        if c {
            v
        } else {
            0
        }
    };
    r
}
