//@ title: the remainder has the sign of the dividend, rem_euclid has none
//@ from: Rust Reference, "Arithmetic and logical binary operators"
// `%` truncates as that of integers does; it is exact. By zero it gives a NaN instead of a panic.
//@ expect: prints "-1.5 1.5 0.5 NaN 5.5\n"

fn main() {
    let zero = 0.0;
    println!("{} {} {} {} {}", -7.5 % 2.0, 7.5 % -2.0, (-7.5f64).rem_euclid(2.0), 1.0 % zero, 5.5 % f64::INFINITY);
}
