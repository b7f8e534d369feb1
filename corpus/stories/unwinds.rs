//@ title: a panic may not leave the story of a block
//@ from: Rust Reference, "Inline assembly", rules for inline assembly
//@ expect: prints "caught\n"
//@ expect leaves: ub (contract) /a panic leaves the story/
use std::arch::asm;

#[allow(dead_code)]
fn checked(n: u32) -> u32 {
    std::panic::catch_unwind(|| if n > 3 { panic!("too much") } else { n }).unwrap_or(0)
}

fn main() {
    let mut n = 4u32;
    unsafe {
        #[cfg(not(leaves))]
        //@ story: n = checked(n);
        asm!("call {f}", f = sym main, inout("eax") n, options(nomem));
        #[cfg(leaves)]
        //@ story: if n > 3 { panic!("too much") }
        asm!("call {f}", f = sym main, inout("eax") n);
    }
    if n == 0 {
        println!("caught");
    }
}
