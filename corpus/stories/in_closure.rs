//@ title: a block in a closure captures what its operands use
//@ from: docs, "Stories"
//@ expect: prints "3 4\n9\n"
use std::arch::asm;

fn main() {
    let mut count = 2u32;
    let step = 1u32;
    let mut add = || {
        //@ story: c += s;
        unsafe { asm!("add {c:e}, {s:e}", c = inout(reg) count, s = in(reg) step) };
        count
    };
    // the names of the operands are c and s
    print!("{} ", add());
    println!("{}", add());
    let square = |x: u32| -> u32 {
        let r;
        //@ story: r = x * x;
        unsafe { asm!("mov {0:e}, {1:e}", "imul {0:e}, {1:e}", out(reg) r, in(reg) x) };
        r
    };
    println!("{}", square(3));
}
