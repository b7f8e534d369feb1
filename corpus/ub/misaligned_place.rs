//@ title: a place based on a misaligned pointer, without touching its memory
//@ from: Rust Reference, "Places based on misaligned pointers"
// Computing `&raw const (*p).b` reads nothing, so it is fine through a misaligned `p`; reading the (aligned)
// field through such a place is UB, because the place is based on a misaligned pointer.
//@ expect ok: prints "true\n"
//@ expect bad: ub(misaligned)

#[repr(C)]
struct S {
    a: u32,
    b: u8,
}

fn main() {
    let s = [S { a: 1, b: 2 }, S { a: 3, b: 4 }];
    let p = (&raw const s).cast::<u8>().wrapping_add(1).cast::<S>();
    unsafe {
        #[cfg(ok)]
        println!("{}", (&raw const (*p).b).addr() == p.addr() + 4);
        #[cfg(bad)]
        println!("{}", (*p).b);
        let _ = (s[0].a, s[1].b);
    }
}
