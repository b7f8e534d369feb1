//@ title: a u64 load and store may become a memcpy
//@ from: catalogue P24
// The integer copy has lost the provenance, the byte copy keeps it: the new program is defined wherever
// the old one was, and in some more places.
//@ expect base [flat]: prints "7\n"
//@ expect base [strict alloc]: ub(no-provenance)
//@ expect opt: prints "7\n"
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: sound vacuous

use std::ptr;

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let mut r: *mut u8 = ptr::null_mut();
        #[cfg(base)]
        {
            *(&raw mut r).cast::<u64>() = *(&raw const q).cast::<u64>();
        }
        #[cfg(opt)]
        ptr::copy_nonoverlapping((&raw const q).cast::<u8>(), (&raw mut r).cast::<u8>(), 8);
        *r = 7; //~[strict alloc] ub /no-provenance/
        println!("{}", x);
    }
}
