//@ title: the pointer decides about alignment, not the field
//@ from: Rust Reference, "Places based on misaligned pointers"
// `byte` could lie anywhere, but `(*p).byte` is based on `p`, which must be aligned for the whole struct.
// Pointing to it and referring to it are fine; loading from the place is not.
//@ expect raw: prints "7\n"
//@ expect reference: prints "7\n"
//@ expect load: ub(misaligned)
//@ expect field: ub(invalid-reference)

#[repr(C)]
struct S {
    byte: u8,
    word: u32,
}

fn main() {
    let a = [0x0007_0000u32, 0, 0];
    let p = (&raw const a).cast::<u8>().wrapping_add(2).cast::<S>();
    let byte;
    unsafe {
        #[cfg(raw)]
        {
            byte = *(&raw const (*p).byte);
        }
        #[cfg(reference)]
        {
            let r = &(*p).byte;
            byte = *r;
        }
        #[cfg(load)]
        {
            byte = (*p).byte; //~[flat strict alloc] ub /misaligned/
        }
        #[cfg(field)]
        {
            byte = *&(*p).word as u8; //~[flat strict alloc] ub /misaligned/
        }
        let _ = &raw const (*p).word;
    }
    println!("{}", byte);
}
