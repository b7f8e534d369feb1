//@ title: a shared reference is written by an assembly block
//@ from: Ralf Jung, "How to use storytelling to fit inline assembly into Rust", 2026
//@ teach: The only story of this block writes through a shared reference, so the aliasing models forbid the block itself, and the compiler may fold the assertion.
//@ expect base [flat alloc]: panics /assertion failed: x == 1/
//@ expect base [sb tb]: ub (borrow-access)
//@ expect opt [flat alloc]: returns
//@ check base => opt [flat alloc]: unsound /returns/
//@ check base => opt [sb tb]: sound
use std::arch::asm;

#[inline(never)]
fn innocent(x: &i32) {
    unsafe {
        // Store 0 at the address given by x.
        //@ story: (x as *const i32 as *mut i32).write(0);
        asm!("mov dword ptr [{x}], 0", x = in(reg) x);
    }
}

fn main() {
    let x = 1;
    innocent(&x);
    #[cfg(base)]
    assert!(x == 1);
    #[cfg(opt)]
    assert!(true);
}
