//@ title: one access over two neighbouring objects
//@ from: Rust Reference: "must be part of the same live allocation"
// Even where a pointer is only an address, a single access has to stay in one allocation: the bytes of
// `x` and `y` are both live, but they are not one object.
//@ expect ok: prints "" | prints "258\n"
//@ expect bad [flat]: prints "" | ub
//@ expect bad [strict alloc]: prints "" | ub(out-of-bounds)

fn main() {
    let x = [2u8, 1];
    let y = [3u8, 4];
    let p = (&raw const x).cast::<u8>();
    let q = (&raw const y).cast::<u8>();
    if p.wrapping_add(2) == q {
        #[cfg(ok)]
        let v = unsafe { p.cast::<u16>().read_unaligned() };
        #[cfg(bad)]
        let v = unsafe { p.wrapping_add(1).cast::<u16>().read_unaligned() };
        println!("{}", v);
    }
}
