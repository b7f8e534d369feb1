//@ title: an access that starts inside and ends outside
//@ from: Rust Reference: all bytes must lie in the same live allocation
// The first two bytes of the u32 are in the array, the other two are not. One byte outside is enough.
//@ expect ok: prints "67305985\n"
//@ expect bad [strict alloc]: ub(out-of-bounds)

fn main() {
    let a = [1u8, 2, 3, 4];
    let p = (&raw const a).cast::<u8>();
    #[cfg(ok)]
    let i = 0;
    #[cfg(bad)]
    let i = 2;
    let v = unsafe { p.wrapping_add(i).cast::<u32>().read_unaligned() };
    println!("{}", v);
}
