//@ title: x == x is how is_nan is written
//@ from: core::primitive::f32
// Equality of floats is not reflexive, and zeros of both signs are equal although their bits differ.
//@ expect: prints "false true true false None\n"

fn main() {
    let nan = f32::NAN;
    println!(
        "{} {} {} {} {:?}",
        nan == nan,
        nan != nan,
        0.0f32 == -0.0,
        0.0f32.to_bits() == (-0.0f32).to_bits(),
        nan.partial_cmp(&nan)
    );
}
