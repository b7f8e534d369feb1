//@ title: clamp keeps a NaN, unlike min and max
//@ from: core::primitive::f32, clamp
// A NaN is neither below nor above the bounds. Bounds that are a NaN panic.
//@ expect ok: prints "NaN 2 1\n"
//@ expect bad: panics

fn main() {
    #[cfg(ok)]
    println!("{} {} {}", f32::NAN.clamp(1.0, 2.0), 5.0f32.clamp(1.0, 2.0), 0.0f32.clamp(1.0, 2.0));
    #[cfg(bad)]
    println!("{}", 5.0f32.clamp(f32::NAN, 2.0));
}
