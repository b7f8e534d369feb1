//@ title: a memory cell is kept in a register while another one is written
//@ from: LLVM, LICM, scalar promotion needs no aliasing stores in the loop
// If both are one cell, the register does not know what the other store did.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f, alias any: base => opt [alloc]: unsound
#![crate_type = "lib"]

pub fn f(p: *mut u8, q: *mut u8) {
    unsafe {
        #[cfg(base)]
        for i in 0..3 {
            *p = (*p).wrapping_add(1);
            *q = i;
        }
        #[cfg(opt)]
        {
            let mut v = *p;
            for i in 0..3 {
                v = v.wrapping_add(1);
                *q = i;
            }
            *p = v;
        }
    }
}
