//@ title: an uninitialised raw pointer
//@ from: Rust Reference, "Invalid values": raw pointers must be initialised
// Raw pointers may dangle but not be uninitialised: reading one is UB before anyone follows it.
//@ expect: prints "true\n"
//@ expect bad: ub(uninit)

use std::mem::MaybeUninit;

fn main() {
    let mut m = MaybeUninit::<*const u8>::uninit();
    #[cfg(not(bad))]
    m.write(std::ptr::null());
    let p = unsafe { *m.as_mut_ptr() };
    println!("{}", p.is_null());
}
