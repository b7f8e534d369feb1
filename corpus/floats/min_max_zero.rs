//@ title: of two zeros max may return either
//@ from: core::primitive::f32, max
// They compare equal, so the documentation leaves open which one it is.
//@ expect: prints "0\n" | prints "-0\n"

fn main() {
    println!("{}", 0.0f32.max(-0.0));
}
