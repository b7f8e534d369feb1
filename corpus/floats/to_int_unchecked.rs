//@ title: to_int_unchecked is undefined out of range
//@ from: core::primitive::f32, to_int_unchecked
// Not NaN, not infinite, and representable after truncation: 255.9 is a u8, 256.0 is not.
//@ expect ok: prints "255 0 -128\n"
//@ expect bad: ub(arithmetic)

fn main() {
    #[cfg(ok)]
    unsafe {
        println!(
            "{} {} {}",
            255.9f32.to_int_unchecked::<u8>(),
            (-0.9f64).to_int_unchecked::<u8>(),
            (-128.9f64).to_int_unchecked::<i8>()
        );
    }
    #[cfg(bad)]
    unsafe {
        println!("{}", 256.0f32.to_int_unchecked::<u8>()); //~ ub
    }
}
