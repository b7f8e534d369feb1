//@ title: an 8-byte memcpy is not a u64 load and store
//@ from: LLVM #207477 and the byte type; catalogue P23
// Copying bytes keeps the provenance that is in them, an integer cannot hold it. The copied pointer is
// dead after the "simplification".
//@ expect base: prints "7\n"
//@ expect opt [flat]: prints "7\n"
//@ expect opt [strict alloc]: ub(no-provenance)
//@ check base => opt [flat]: sound
//@ check base => opt [strict alloc]: unsound /ub/

use std::ptr;

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let mut r: *mut u8 = ptr::null_mut();
        #[cfg(base)]
        ptr::copy_nonoverlapping((&raw const q).cast::<u8>(), (&raw mut r).cast::<u8>(), 8);
        #[cfg(opt)]
        {
            *(&raw mut r).cast::<u64>() = *(&raw const q).cast::<u64>();
        }
        *r = 7;
        println!("{}", x);
    }
}
