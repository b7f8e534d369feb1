//@ title: reading a bool from a byte of memory
//@ from: Rust Reference, "Invalid values"
// The pointer cast is harmless, the typed read is where the value has to be a bool.
//@ expect ok: prints "true\n"
//@ expect bad: ub(invalid-value)

fn main() {
    #[cfg(ok)]
    let bytes = [0u8, 1];
    #[cfg(bad)]
    let bytes = [0u8, 3];
    let p = (&raw const bytes).cast::<bool>();
    println!("{}", unsafe { *p.add(1) });
}
