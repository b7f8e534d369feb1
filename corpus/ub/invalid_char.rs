//@ title: a char that is a surrogate
//@ from: Rust Reference, "Invalid values": char is 0..=0xD7FF or 0xE000..=0x10FFFF
// Surrogates are numbers but not Unicode scalar values, and so is everything above 0x10FFFF.
//@ expect ok: prints "57344\n"
//@ expect surrogate: ub(invalid-value)
//@ expect large: ub(invalid-value)

fn main() {
    #[cfg(ok)]
    let n = 0xE000u32;
    #[cfg(surrogate)]
    let n = 0xD800u32;
    #[cfg(large)]
    let n = 0x110000u32;
    let c: char = unsafe { std::mem::transmute(n) };
    println!("{}", c as u32);
}
