//@ title: a NaN's payload may be propagated or replaced
//@ from: core::primitive::f32, "NaN bit patterns"
// One operand is a quiet NaN with payload 5: the result has that payload or none, in either sign. A
// program that relies on one of them is wrong somewhere.
//@ expect: prints "true\n"

fn main() {
    let nan = f32::from_bits(0x7fc0_0005);
    let sum = (nan + 1.0).to_bits() & 0x7fff_ffff;
    println!("{}", sum == 0x7fc0_0005 || sum == 0x7fc0_0000);
}
