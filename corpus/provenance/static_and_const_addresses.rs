//@ title: a static has one address, and two statics have two
//@ from: Rust Reference, "Static items"
// Every mention of a static is the same place. Two statics that can be written do not overlap.
//@ expect base: prints "true false\n"
//@ check base => opt: sound

static A: u32 = 1;
static mut B: u32 = 1;

fn addr_of_a() -> usize {
    (&raw const A).addr()
}

fn main() {
    let a = (&raw const A).addr();
    let b = (&raw const B).addr();
    #[cfg(base)]
    println!("{} {}", a == addr_of_a(), a == b);
    #[cfg(opt)]
    println!("{} {}", { let _ = (a, b); true }, false);
}
