//@ title: an address is a multiple of its type's alignment
//@ from: Rust Reference, "Type layout"
// What alignment promises may be folded; the bits above it may not, and a byte promises nothing.
//@ expect base: prints "true true\n" | prints "true false\n"
//@ check base => fold_u32: sound
//@ check base => fold_u8: sound
//@ check fold_u8 => base: unsound /prints "true false/

fn main() {
    let x = 1u32;
    let y = 1u8;
    #[cfg(not(fold_u32))]
    let a = (&raw const x).addr() % 4;
    #[cfg(fold_u32)]
    let a = 0;
    #[cfg(not(fold_u8))]
    let b = (&raw const y).addr() % 2;
    #[cfg(fold_u8)]
    let b = 0;
    println!("{} {}", a == 0, { let _ = (&x, &y); b == 0 });
}
