//@ title: writing before the start of an allocation
//@ from: Rust Reference: dangling pointers
// Bounds have two ends. The pointer is walked back by wrapping arithmetic, which is allowed; the write
// is not.
//@ expect ok: prints "[9, 2]\n"
//@ expect bad [strict alloc]: ub(out-of-bounds)

fn main() {
    let mut a = [1u16, 2];
    let p = (&raw mut a).cast::<u16>().wrapping_add(1);
    #[cfg(ok)]
    let q = p.wrapping_sub(1);
    #[cfg(bad)]
    let q = p.wrapping_sub(2);
    unsafe { *q = 9 };
    println!("{:?}", a);
}
