//@ title: the sign of a zero shows in output and in division
//@ from: core::fmt, Rust 1.53
// Two zeros are equal and yet a program can tell them apart: by what it prints and by 1 / x.
//@ expect: prints "-0 -0.0 0.0 -inf inf\n"

fn main() {
    let minus = -0.0f64;
    println!("{} {:?} {:?} {} {}", minus, minus, minus + 0.0, 1.0 / minus, 1.0 / -minus);
}
