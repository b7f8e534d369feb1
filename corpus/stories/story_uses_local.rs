//@ title: a story may only use the operands and globals
//@ from: Ralf Jung, "How to use storytelling to fit inline assembly into Rust", 2026
//@ teach: The block is not told about the variable `secret`; a story that uses it would not describe these instructions.
//@ expect global: prints "3\n"
//@ expect local: errors /a story may only use the operands and globals: `secret`/
//@ expect assigns_input: errors /cannot assign.*`x`/
//@ expect returns: errors /return statement outside/
//@ expect wrong_type: errors /mismatched types/
use std::arch::asm;

static OPEN: u32 = 2;

fn main() {
    let x = 1u32;
    let secret = 2u32;
    let r: u32;
    unsafe {
        #[cfg(global)]
        //@ story: r = x + OPEN;
        asm!("lea {r:e}, [{x:e} + 2]", r = out(reg) r, x = in(reg) x);
        #[cfg(local)]
        //@ story: r = x + secret;
        asm!("lea {r:e}, [{x:e} + 2]", r = out(reg) r, x = in(reg) x);
        #[cfg(assigns_input)]
        //@ story: x = 2; r = 3;
        asm!("lea {r:e}, [{x:e} + 2]", r = out(reg) r, x = in(reg) x);
        #[cfg(returns)]
        //@ story: return;
        asm!("lea {r:e}, [{x:e} + 2]", r = out(reg) r, x = in(reg) x);
        #[cfg(wrong_type)]
        //@ story: r = true;
        asm!("lea {r:e}, [{x:e} + 2]", r = out(reg) r, x = in(reg) x);
    }
    println!("{}", r + secret - secret);
}
