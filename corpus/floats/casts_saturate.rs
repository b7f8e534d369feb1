//@ title: `as` from a float to an integer saturates, and NaN gives zero
//@ from: Rust Reference, "Numeric cast" (since Rust 1.45)
// Truncation toward zero, then the nearest end of the range. Before 1.45 this was undefined behaviour.
//@ expect: prints "255 0 127 -128 0 2147483647 0\n"

fn main() {
    println!(
        "{} {} {} {} {} {} {}",
        300.7f32 as u8,
        -1.5f64 as u8,
        1e10f64 as i8,
        f32::NEG_INFINITY as i8,
        f64::NAN as i32,
        f32::MAX as i32,
        -0.9f32 as u64
    );
}
