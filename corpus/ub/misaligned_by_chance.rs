//@ title: bytes that are aligned only by chance
//@ from: Rust Reference: misaligned pointers; derived
// A byte array may happen to lie at a multiple of two. A program that relies on it is UB in the other
// layouts, and the lab finds those.
//@ expect bytes: prints "513\n" | ub(misaligned)
//@ expect words: prints "513\n"
//@ check bytes => words: sound
//@ check words => bytes: unsound /ub/

#[repr(C, align(2))]
struct Aligned([u8; 2]);

fn main() {
    #[cfg(bytes)]
    let a = [1u8, 2];
    #[cfg(words)]
    let a = Aligned([1u8, 2]);
    let p = (&raw const a).cast::<u16>();
    println!("{}", unsafe { p.read() });
}
