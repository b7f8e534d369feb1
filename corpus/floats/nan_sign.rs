//@ title: the sign of a NaN that arithmetic gives is not fixed
//@ from: core::primitive::f32, "NaN bit patterns"
// 0.0 / 0.0 is a NaN of either sign: hardware, the compiler's folding and an emulator differ. A program
// that looks at the bits has both outcomes; one that asks is_nan has one.
//@ expect base: prints "0\n" | prints "1\n"
//@ expect opt: prints "0\n"
//@ check base => opt: sound
//@ check opt => base: unsound

fn main() {
    let zero = 0.0f32;
    let nan = zero / zero;
    assert!(nan.is_nan());
    #[cfg(base)]
    println!("{}", nan.to_bits() >> 31);
    #[cfg(opt)]
    println!("0");
}
