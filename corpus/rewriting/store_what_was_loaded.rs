//@ title: a store of what was just loaded from there
//@ from: LLVM, InstCombine and DSE (no-op stores)
// It changes nothing. After a store to the place in between it does: alias any.
//@ check fn f: base => opt: sound
//@ check fn between: base => opt [alloc]: sound
//@ check fn between, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: &mut u64) -> u64 {
    let v = *p;
    #[cfg(base)]
    {
        *p = v;
    }
    #[cfg(opt)]
    {
        let _ = 0;
    }
    v
}

pub fn between(p: *mut u16, q: *mut u16) {
    unsafe {
        let v = *p;
        *q = 1;
        #[cfg(base)]
        {
            *p = v;
        }
        let _ = v;
    }
}
