//@ title: computing in f64 and rounding to f32 is exact for one operation
//@ from: Figueroa, "When is double rounding innocuous?", 1995
// f64 has more than twice the digits of f32, so rounding twice gives the same sum. Three operands do not.
//@ expect: prints "true false\n"

fn main() {
    let (x, y, z) = (16_777_216.0f32, 1.0f32, 1.0f32);
    let one = (x as f64 + y as f64) as f32 == x + y;
    let two = (x as f64 + y as f64 + z as f64) as f32 == x + y + z;
    println!("{} {}", one, two);
}
