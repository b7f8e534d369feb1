//@ title: a NaN is neither less than, nor equal to, nor greater than anything
//@ from: IEEE 754-2019, section 5.11
// `!(x < y)` is not `x >= y`. The fold is right for integers and a classic mistake for floats.
//@ expect base: prints "true\n"
//@ expect opt: prints "false\n"
//@ check base => opt: unsound /prints "false/

fn main() {
    let (x, y) = (f64::NAN, 1.0);
    #[cfg(base)]
    println!("{}", !(x < y));
    #[cfg(opt)]
    println!("{}", x >= y);
}
