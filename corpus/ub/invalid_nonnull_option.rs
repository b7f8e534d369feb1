//@ title: an Option of a reference that is neither null nor valid
//@ from: Rust Reference, "Invalid values"; the null niche
// Null is None. Any other bits must be a reference that is aligned and points to live memory.
//@ expect ok: prints "none\n"
//@ expect bad [strict alloc]: ub(invalid-reference)

fn main() {
    #[cfg(ok)]
    let bits = 0usize;
    #[cfg(bad)]
    let bits = 8usize;
    let o: Option<&u64> = unsafe { std::mem::transmute(bits) };
    match o {
        None => println!("none"),
        Some(r) => println!("some {}", r),
    }
}
