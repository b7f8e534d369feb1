//@ title: total_cmp orders zeros, infinities and NaNs
//@ from: core::primitive::f32, total_cmp; IEEE 754-2019, section 5.10
// Negative NaN, minus infinity, numbers, -0 before 0, infinity, positive NaN: by the bits.
//@ expect: prints "Less Less Less Equal\n"

fn main() {
    let nan = f64::from_bits(0x7ff8_0000_0000_0000);
    println!(
        "{:?} {:?} {:?} {:?}",
        (-0.0f64).total_cmp(&0.0),
        f64::INFINITY.total_cmp(&nan),
        (-nan).total_cmp(&f64::NEG_INFINITY),
        nan.total_cmp(&nan)
    );
}
