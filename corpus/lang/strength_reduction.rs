//@ title: multiplication by shifts, division by shifts
//@ from: peephole optimisation folklore
// For unsigned numbers a shift divides; for negative ones it rounds down where `/` rounds to zero.
//@ expect base: prints "2 -2 20\n"
//@ check base => unsigned: sound
//@ check base => signed: unsound /prints "2 -3 20/

fn run(u: u32, s: i32) {
    #[cfg(base)]
    println!("{} {} {}", u / 2, s / 2, u * 4);
    #[cfg(unsigned)]
    println!("{} {} {}", u >> 1, s / 2, u << 2);
    #[cfg(signed)]
    println!("{} {} {}", u / 2, s >> 1, u * 4);
}

fn main() {
    run(5, -5);
}
