//@ title: an empty block as a black box: its story may write through the pointer
//@ from: catalogue S25; Rust, `std::hint::black_box`
//@ teach: The compiler must assume any story that the operands allow, and so it may not fold the read behind the block.
//@ expect quiet: prints "1\n"
//@ expect writes: prints "2\n"
//@ expect folded: prints "1\n"
//@ check writes => folded: unsound
//@ check quiet => folded: sound
use std::arch::asm;

fn main() {
    let mut x = 1;
    let p = &raw mut x;
    unsafe {
        #[cfg(quiet)]
        //@ story: p;
        asm!("/* {p} */", p = in(reg) p);
        #[cfg(any(writes, folded))]
        //@ story: *p = 2;
        asm!("/* {p} */", p = in(reg) p);
    }
    #[cfg(not(folded))]
    println!("{x}");
    #[cfg(folded)]
    println!("1");
}
