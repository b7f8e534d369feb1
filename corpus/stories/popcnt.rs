//@ title: a pure instruction: its story computes the same
//@ from: Ralf Jung, "How to use storytelling to fit inline assembly into Rust", 2026
//@ teach: Options are promises: a story may not touch memory under nomem, and has no effects under pure.
//@ expect: prints "6 64 0\n"
//@ expect reads: ub (contract) /option `nomem`.*read of `x`/
//@ expect prints: ub (contract) /option `pure`.*it prints/
//@ expect forgets: ub (contract) /the operand `r` no value/
use std::arch::asm;

fn ones(x: &u64) -> u64 {
    let r: u64;
    unsafe {
        #[cfg(not(any(reads, prints, forgets)))]
        //@ story: r = v.count_ones() as u64;
        asm!("popcnt {r}, {v}", v = in(reg) *x, r = out(reg) r, options(pure, nomem, nostack));
        #[cfg(reads)]
        //@ story: r = (*v).count_ones() as u64;
        asm!("popcnt {r}, qword ptr [{v}]", v = in(reg) x, r = out(reg) r, options(pure, nomem, nostack));
        #[cfg(prints)]
        //@ story:
        //@     println!("counting");
        //@     r = v.count_ones() as u64;
        asm!("popcnt {r}, {v}", v = in(reg) *x, r = out(reg) r, options(pure, nomem, nostack));
        #[cfg(forgets)]
        //@ story:
        //@     if v != 0 {
        //@         r = v.count_ones() as u64;
        //@     }
        asm!("popcnt {r}, {v}", v = in(reg) *x, r = out(reg) r, options(pure, nomem, nostack));
    }
    r
}

fn main() {
    let x = 0b1101_1010_0100;
    println!("{} {} {}", ones(&x), ones(&u64::MAX), ones(&0));
}
