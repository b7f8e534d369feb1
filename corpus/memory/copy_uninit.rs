//@ title: copying uninitialised memory, untyped and typed
//@ from: std::ptr::copy ("untyped"); Rust Reference, "Invalid values"
// An untyped copy moves "nothing there" along with the rest. A typed copy of u8 demands a value.
//@ expect base: prints "ok\n"
//@ expect opt: ub(uninit)
//@ check base => opt: unsound /ub/
//@ check opt => base: sound vacuous

use std::mem::MaybeUninit;
use std::ptr;

fn main() {
    unsafe {
        let from = MaybeUninit::<u8>::uninit();
        let mut to = MaybeUninit::<u8>::uninit();
        #[cfg(base)]
        ptr::copy_nonoverlapping(from.as_ptr(), to.as_mut_ptr(), 1);
        #[cfg(opt)]
        {
            *to.as_mut_ptr() = *from.as_ptr();
        }
        println!("ok");
    }
}
