//@ title: two stores change places
//@ from: folklore; LLVM Bugzilla 36076 (llvm/llvm-project issue 35424) is a case of it
// Apart nobody can tell. To one place the last one wins; two stores of one value may always be swapped.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
//@ check fn same, alias any: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(p: *mut u8, q: *mut u8) {
    unsafe {
        #[cfg(base)]
        {
            *p = 1;
            *q = 2;
        }
        #[cfg(opt)]
        {
            *q = 2;
            *p = 1;
        }
    }
}

pub fn same(p: *mut u8, q: *mut u8) {
    unsafe {
        #[cfg(base)]
        {
            *p = 1;
            *q = 1;
        }
        #[cfg(opt)]
        {
            *q = 1;
            *p = 1;
        }
    }
}
