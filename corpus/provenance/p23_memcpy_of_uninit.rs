//@ title: an 8-byte memcpy of partly uninitialised memory is not a u64 copy
//@ from: derived from catalogue P23; Rust Reference, "Behavior considered undefined"
// Integers must be initialised, bytes being copied need not. The same optimisation fails for a second
// reason, which has nothing to do with pointers.
//@ expect base: prints "7\n"
//@ expect opt: ub(uninit)
//@ check base => opt: unsound /ub/

use std::mem::MaybeUninit;
use std::ptr;

fn main() {
    unsafe {
        let mut from = MaybeUninit::<u64>::uninit();
        let mut to = MaybeUninit::<u64>::uninit();
        from.as_mut_ptr().cast::<u8>().write(7);
        #[cfg(base)]
        ptr::copy_nonoverlapping(from.as_ptr().cast::<u8>(), to.as_mut_ptr().cast::<u8>(), 8);
        #[cfg(opt)]
        to.as_mut_ptr().write(from.as_ptr().read());
        println!("{}", to.as_ptr().cast::<u8>().read());
    }
}
