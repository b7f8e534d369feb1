//@ title: zero-sized accesses must still be aligned
//@ from: Rust Reference: "must be ... aligned even for size zero"; std::ptr, "Alignment"
// An array of no u32 at an odd address: there is nothing to read, but a misaligned pointer is a misaligned
// pointer.
//@ expect ok: prints "ok\n"
//@ expect bad: ub(misaligned)

fn main() {
    #[cfg(ok)]
    let p = std::ptr::without_provenance::<[u32; 0]>(8);
    #[cfg(bad)]
    let p = std::ptr::without_provenance::<[u32; 0]>(9);
    let _empty = unsafe { p.read() };
    println!("ok");
}
