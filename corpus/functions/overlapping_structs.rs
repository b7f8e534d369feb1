//@ title: a pointer to a number may point into a struct
//@ from: LLVM AliasAnalysis: a field and a pointer of its type may alias
// With `alias any` a struct of numbers and a number lie across each other in every way. Parts of a struct
// with padding or with a bool are not tried: no proof is claimed then. Two bools meet only by being one.
//@ alias: any
//@ check fn field: base => opt [alloc]: unsound /returns 1/
//@ check fn with_bool: base => opt [alloc]: sound up to objects
//@ check fn bools: base => opt [alloc]: sound
#![crate_type = "lib"]

pub struct Numbers {
    pub a: u32,
    pub b: u32,
}

pub struct Mixed {
    pub a: u32,
    pub b: bool,
}

pub unsafe fn field(s: *mut Numbers, p: *mut u32) -> u32 {
    unsafe {
        (*s).b = 1;
        *p = 2;
        if cfg!(opt) { 1 } else { (*s).b }
    }
}

pub unsafe fn with_bool(s: *mut Mixed, p: *mut u32) -> u32 {
    unsafe {
        (*s).a = 1;
        *p = 2;
        if cfg!(opt) { 1 } else { (*s).a }
    }
}

pub unsafe fn bools(s: *mut bool, p: *mut bool) -> bool {
    unsafe {
        *s = true;
        *p = true;
        if cfg!(opt) { true } else { *s }
    }
}
