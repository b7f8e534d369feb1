//@ title: stack painting: a block that returns whatever is there
//@ from: catalogue S20
//@ teach: The story gives an arbitrary value; here, one that depends on an address. What is asserted of it fails under some layout.
//@ expect: returns | panics /arbitrary/
use std::arch::asm;

fn painted() -> u64 {
    let r: u64;
    unsafe {
        //@ story:
        //@     let there = 0u64;
        //@     r = (&raw const there).addr() as u64 >> 4 & 1;
        asm!("mov {r}, [rsp - 4096]", r = out(reg) r, options(readonly, nostack));
    }
    r
}

fn main() {
    assert!(painted() == 0, "arbitrary");
}
