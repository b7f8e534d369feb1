//@ title: a misaligned reference
//@ from: Rust Reference, "Invalid values": references must be aligned
// A raw pointer may be misaligned, a reference may not, even if it is never used.
//@ expect ok: prints "ok\n"
//@ expect bad: ub(invalid-reference)

fn main() {
    let a = [0u32; 2];
    let p = (&raw const a).cast::<u8>().wrapping_add(2).cast::<u32>();
    #[cfg(ok)]
    let _r = &raw const *p;
    #[cfg(ok)]
    let _ = unsafe { (&raw const *p).read_unaligned() };
    #[cfg(bad)]
    let _r = unsafe { &*p };
    println!("ok");
}
