//@ title: a readonly block may read the memory behind its pointer, not count there
//@ from: Rust Reference, "Inline assembly", options; catalogue S32
//@ teach: There is no story for a readonly block that writes: every story of it breaks the option.
//@ expect read: prints "7 7\n"
//@ expect count: ub (contract) /option `readonly`.*write of `n`/
//@ expect frees: ub (contract) /option `readonly`.*write of the heap allocation/
use std::arch::asm;

fn main() {
    let mut n = 7u32;
    let p = &raw mut n;
    let r: u32;
    unsafe {
        #[cfg(read)]
        //@ story: r = p.read();
        asm!("mov {r:e}, dword ptr [{p}]", p = in(reg) p, r = out(reg) r, options(readonly, nostack));
        #[cfg(count)]
        //@ story:
        //@     *p += 1;
        //@     r = p.read();
        asm!("inc dword ptr [{p}]", "mov {r:e}, dword ptr [{p}]", p = in(reg) p, r = out(reg) r, options(readonly, nostack));
        #[cfg(frees)]
        {
            let b = Box::into_raw(Box::new(1u32));
            //@ story: drop(Box::from_raw(b)); r = 1;
            asm!("mov {r:e}, 1 /* {b} */", b = in(reg) b, r = out(reg) r, options(readonly, nostack));
        }
    }
    println!("{r} {n}");
}
