//@ title: a printed address can be any that the layout allows
//@ from: derived; behaviours that depend on addresses
// Printing shows the layout. Printing the same address twice, or its value plus zero, shows nothing more;
// printing another object's address instead is a different program.
//@ check base => same: sound
//@ check base => plus: sound
//@ check base => other: unsound

fn main() {
    let x = 1u8;
    let y = 2u8;
    let p = &raw const x;
    let q = &raw const y;
    #[cfg(base)]
    println!("{} {}", p.addr(), p.addr());
    #[cfg(same)]
    println!("{} {}", { let _ = q; p.addr() }, p.cast::<u16>().addr());
    #[cfg(plus)]
    println!("{} {}", p.addr() + 0, p.wrapping_add(3).wrapping_sub(3).addr());
    #[cfg(other)]
    println!("{} {}", p.addr(), q.addr());
}
