//@ title: an assembly block writes through a unique reference or a raw pointer
//@ from: Ralf Jung, "How to use storytelling to fit inline assembly into Rust", 2026
//@ teach: The same instruction as in the block that writes a shared reference, with a story that the aliasing models accept.
//@ expect: prints "0 0\n"
use std::arch::asm;

fn store_mut(x: &mut i32) {
    unsafe {
        //@ story: x.write(0);
        asm!("mov dword ptr [{x}], 0", x = in(reg) x);
    }
}

fn store_raw(x: *mut i32) {
    unsafe {
        //@ story: *x = 0;
        asm!("mov dword ptr [{x}], 0", x = in(reg) x);
    }
}

fn main() {
    let (mut a, mut b) = (1, 2);
    store_mut(&mut a);
    store_raw(&mut b);
    println!("{a} {b}");
}
