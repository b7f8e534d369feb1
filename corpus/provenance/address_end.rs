//@ title: no object reaches over the end of the address space
//@ from: Rust Reference and std::ptr, "Allocation": base + size does not overflow
// The address one past the end is a usize without overflow, so it is greater than the start, and the plain `+`
// does not panic.
//@ expect base: prints "true true\n"
//@ check base => opt: sound

fn main() {
    let a = [0u16; 3];
    let p = (&raw const a).cast::<u16>();
    #[cfg(base)]
    println!("{} {}", p.addr() + 6 > p.addr(), p < p.wrapping_add(3));
    #[cfg(opt)]
    println!("{} {}", { let _ = p; true }, true);
}
