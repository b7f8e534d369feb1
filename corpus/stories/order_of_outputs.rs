//@ title: outputs are written from left to right when the block has ended
//@ from: Rust Reference, "Inline assembly", operand type
//@ expect: prints "2\n1 9\n"
//@ expect panics_first: panics /index out of bounds/
use std::arch::asm;

fn main() {
    unsafe {
        let mut x: u32;
        //@ story: a = 1; b = 2;
        asm!("mov {a:e}, 1", "mov {b:e}, 2", a = out(reg) x, b = out(reg) x);
        println!("{x}");
        let mut v = [0usize, 9];
        let mut i = 0usize;
        #[cfg(panics_first)]
        {
            i = 7;
        }
        // the place v[i] is found before the block runs, with the old i
        //@ story: i = 1; j = 1;
        asm!("mov {i}, 1", "mov {j}, 1", i = inout(reg) i, j = out(reg) v[i]);
        println!("{} {}", v[0], v[i]);
    }
}
