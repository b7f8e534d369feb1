//@ title: the sum of no floats is -0.0
//@ from: core::iter::Sum for f32 (since Rust 1.83)
// -0.0 is the neutral element of addition, 0.0 is not.
//@ expect: prints "-0.0 1.0 6.5\n"

fn main() {
    let none: [f64; 0] = [];
    let sum: f32 = [1.5, 2.0, 3.0].iter().sum();
    println!("{:?} {:?} {:?}", none.iter().sum::<f64>(), none.iter().product::<f64>(), sum);
}
