//@ title: arithmetic on a signalling NaN may quiet it or not
//@ from: core::primitive::f32, "NaN bit patterns"
// The quiet bit of the result is set, unless the operand is propagated unchanged, which optimizations
// such as folding `x * 1.0` do.
//@ expect: prints "true\n" | prints "false\n"

fn main() {
    let signalling = f32::from_bits(0x7f80_0001);
    println!("{}", (signalling * 1.0).to_bits() & 0x0040_0000 != 0);
}
