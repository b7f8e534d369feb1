//@ title: a reference as an operand is a raw pointer of the same mutability
//@ from: rustc, operands of `asm!`; Rust Reference, "Inline assembly"
//@ teach: Evaluating the operand reborrows: the block may write through what `&mut` became, and the reference is usable afterwards.
//@ expect: prints "6 6\n"
//@ expect stale [flat strict alloc]: prints "7\n"
//@ expect stale [sb tb]: ub (borrow-access)
use std::arch::asm;
use std::cell::Cell;

fn main() {
    let mut x = 1u32;
    let r = &mut x;
    let c = Cell::new(1u32);
    unsafe {
        //@ story: r.write(5);
        asm!("mov dword ptr [{0}], 5", in(reg) r);
        *r += 1;
        // interior mutability: this shared reference may be written through
        //@ story: (*cell).set(6);
        asm!("mov dword ptr [{cell}], 6", cell = in(reg) &c);
        #[cfg(not(stale))]
        println!("{} {}", *r, c.get());
        #[cfg(stale)]
        {
            let kept: *mut u32;
            //@ story: to = from;
            asm!("mov {to}, {from}", from = in(reg) &mut *r, to = out(reg) kept);
            *r += 1; // the pointer that the block kept is not to be used after this
            let v = *r;
            kept.write(8);
            println!("{v}");
        }
    }
}
