//@ title: min and max ignore a single NaN
//@ from: core::primitive::f32, max
// The number is returned if there is one. `if x > y { x } else { y }` does that only for one of the two.
//@ expect base: prints "1 1 NaN\n"
//@ expect opt: prints "1 NaN NaN\n"
//@ check base => opt: unsound

fn larger(x: f64, y: f64) -> f64 {
    #[cfg(base)]
    return x.max(y);
    #[cfg(opt)]
    return if x > y { x } else { y };
}

fn main() {
    println!("{} {} {}", larger(f64::NAN, 1.0), larger(1.0, f64::NAN), larger(f64::NAN, f64::NAN));
}
