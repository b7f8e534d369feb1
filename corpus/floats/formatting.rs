//@ title: how floats are printed
//@ from: core::fmt, float_to_general_debug
// The shortest text that reads back; {} never uses an exponent, {:?} does below 1e-4 and from 1e16 on.
//@ expect: prints "0.1 0.30000000000000004 1e16 10000000000000000 1e-5 0.00001\n2.50 0 2 +1.5 0001.5 1.25e3 inf NaN\n"

fn main() {
    println!("{} {} {:?} {} {:?} {}", 0.1, 0.1 + 0.2, 1e16, 1e16, 1e-5, 1e-5);
    println!(
        "{:.2} {:.0} {:.0} {:+} {:06} {:e} {} {}",
        2.5,
        0.5,
        1.5,
        1.5,
        1.5,
        1250.0,
        f32::INFINITY,
        f32::NAN
    );
}
