//@ title: a conditional store becomes a store of a choice
//@ from: LLVM, SimplifyCFG, SpeculateStores; C11 and Rust forbid inventing writes to shared memory, which a check of one thread does not see
// The old value is written back: nobody in this thread sees it. Where the pointer is null unless the
// condition holds, it is undefined.
//@ check fn f: base => opt: sound
//@ check fn raw: base => opt [alloc sb tb]: unsound /null/
#![crate_type = "lib"]

pub fn f(c: bool, p: &mut u32, x: u32) {
    #[cfg(base)]
    if c {
        *p = x;
    }
    #[cfg(opt)]
    {
        *p = if c { x } else { *p };
    }
}

pub fn raw(c: bool, x: u32) -> u32 {
    let mut cell = 0u32;
    let p: *mut u32 = if c { &mut cell } else { core::ptr::null_mut() };
    unsafe {
        #[cfg(base)]
        if c {
            *p = x;
        }
        #[cfg(opt)]
        {
            *p = if c { x } else { *p };
        }
    }
    cell
}
