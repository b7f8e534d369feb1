//@ title: a partial store is merged into an earlier one, over a store in between
//@ from: llvm/llvm-project issue 35424 (Bugzilla 36076) and issue 78154 (DeadStoreElimination)
// Moved up, the two low bytes are written before the other pointer writes its own: if that is the same
// place, 3 stays instead of 2.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *mut u32, q: *mut u16) {
    unsafe {
        #[cfg(base)]
        {
            *p = 5;
            *q = 3;
            *(p as *mut u16) = 2;
        }
        #[cfg(opt)]
        {
            *p = 2;
            *q = 3;
        }
    }
}
