//@ title: a block that changes a mode, computes and restores it in one go
//@ from: catalogue S24
//@ teach: The story is the computation; the mode is not part of the abstract machine, so it must not stay changed.
//@ expect: prints "-3 -2\n"
use std::arch::asm;

/// Division by a power of two that rounds down, as the shift does.
fn div_floor(x: i64, k: u8) -> i64 {
    let mut r = x;
    unsafe {
        //@ story:
        //@     let d = 1i64 << cl;
        //@     r = r / d - (r % d != 0 && r < 0) as i64;
        asm!("sar {r}, cl", r = inout(reg) r, in("cl") k + 0, options(pure, nomem, nostack));
    }
    r
}

fn main() {
    println!("{} {}", div_floor(-5, 1), -5i64 / 2);
}
