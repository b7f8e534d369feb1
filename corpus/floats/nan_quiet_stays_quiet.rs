//@ title: without a signalling operand a NaN is quiet
//@ from: core::primitive::f32, "NaN bit patterns"
// If all operands that are NaNs are quiet, so is the result, on every path.
//@ expect: prints "true\n"

fn main() {
    let quiet = f64::from_bits(0x7ff8_0000_0000_0009);
    println!("{}", (quiet.sqrt() - 2.0).to_bits() & 0x0008_0000_0000_0000 != 0);
}
