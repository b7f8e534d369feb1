//@ title: operands of every kind, and what the story calls them
//@ from: Rust Reference, "Inline assembly", operand type
//@ teach: A story calls an operand by its name in the template, else by its variable, else by its register, else _0, _1, ..
//@ expect: prints "11\n4 5\n30 31\n3 9\n42\n8\n"
use std::arch::asm;

static FIVE: u32 = 5;

fn five() -> u32 {
    FIVE
}

fn main() {
    unsafe {
        let mut x = 5u32;
        let n = 6u32;
        //@ story: x = x.wrapping_add(n);
        asm!("add {0:e}, {1:e}", inout(reg) x, in(reg) n);
        println!("{x}");

        let quotient: u32;
        let mut of = [0u32; 2];
        //@ story:
        //@     quotient = n / 2 + 1;
        //@     edx = n - 1;
        asm!("mov eax, 4", "mov edx, 5", out("eax") quotient, out("edx") of[1], in("ecx") n);
        println!("{quotient} {}", of[1]);

        let (a, b);
        //@ story:
        //@     b = _0 + v;
        //@     a = b + 1;
        asm!("lea {2:e}, [{0:e} + {v:e}]", "lea {1:e}, [{2:e} + 1]", in(reg) 10u32 + n - 6, lateout(reg) a, lateout(reg) b, v = in(reg) 20u32);
        let (a, b): (u32, u32) = (b, a);
        println!("{a} {b}");

        let mut slots = [0u64; 2];
        let i = 1;
        //@ story: p = p * p;
        asm!("imul {p}, {p}", p = inlateout(reg) 3u64 => slots[i]);
        //@ story: q = 3;
        asm!("mov {q}, 3", q = out(reg) slots[0]);
        println!("{} {}", slots[0], slots[1]);

        let f: u64;
        //@ story: f = k as u64 + five() as u64 - 5;
        asm!("mov {f}, {k}", "/* {s} */", f = out(reg) f, k = const 40 + 2, s = sym five);
        println!("{f}");

        let mut b = 7u8;
        //@ story: b += 1;
        asm!("inc {b}", b = inout(reg_byte) b, out("rcx") _, options(nomem, nostack));
        println!("{b}");
    }
}
