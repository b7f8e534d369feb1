//@ title: transmuting a pointer to an integer just to look at it
//@ from: RFC 3559, "Rationale and alternatives", option (3)
// The transmute strips provenance and yields the address, the same number that `addr` gives. This is fine
// as long as nobody wants the pointer back.
//@ expect base: prints "true 0\n"
//@ check base => opt: sound
//@ check opt => base: sound

fn main() {
    let x = 0u32;
    let q = &raw const x;
    #[cfg(base)]
    let a: usize = unsafe { std::mem::transmute(q) };
    #[cfg(opt)]
    let a = q.addr();
    println!("{} {}", a == q.addr(), a % 4);
}
