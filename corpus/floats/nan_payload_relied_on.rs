//@ title: a program must not rely on a NaN's payload to survive arithmetic
//@ from: core::primitive::f32, "NaN bit patterns"
// x + 0.0 keeps numbers other than -0.0, but not the bits of a NaN: replacing the sum by the operand is
// one of the allowed outcomes, the reverse adds some.
//@ expect base: prints "true\n" | prints "false\n"
//@ expect opt: prints "true\n"
//@ check base => opt: sound
//@ check opt => base: unsound /prints "false/

fn main() {
    let nan = f32::from_bits(0x7fc0_0005);
    #[cfg(base)]
    let kept = nan + 0.0;
    #[cfg(opt)]
    let kept = nan;
    println!("{}", kept.to_bits() == nan.to_bits());
}
