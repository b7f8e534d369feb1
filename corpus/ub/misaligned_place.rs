//@ title: a place based on a misaligned pointer
//@ from: Rust Reference, "Places based on misaligned pointers"
// Computing `&raw const (*p).b` reads nothing, so it is fine through a misaligned `p`. Reading the field
// through `(*p).b` is UB although the byte itself is aligned: the place is based on a misaligned pointer.
//@ expect ok: prints "6\n"
//@ expect bad: ub(misaligned)

#[repr(C)]
struct S {
    a: u32,
    b: u8,
}

#[repr(align(4))]
struct Bytes([u8; 12]);

fn main() {
    let bytes = Bytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    let p = (&raw const bytes).cast::<u8>().wrapping_add(1).cast::<S>();
    unsafe {
        #[cfg(ok)]
        let v = (&raw const (*p).b).read();
        #[cfg(bad)]
        let v = (*p).b; //~ ub /misaligned/
        println!("{}", v);
    }
    let _ = (bytes.0[0], S { a: 1, b: 2 }.a);
}
