//@ title: an integer that is no float is rounded to an even neighbour
//@ from: Rust Reference, "Numeric cast"
// 2^24 + 1 lies between two f32: the even one is taken. u128::MAX is past the greatest f32.
//@ expect: prints "16777216 16777220 inf 18446744073709552000\n"

fn main() {
    println!("{} {} {} {}", 16_777_217i32 as f32, 16_777_219u32 as f32, u128::MAX as f32, u64::MAX as f64);
}
