//@ title: the index is checked when the place is evaluated
//@ from: Rust Reference, "Array and slice indexing expressions"
// The right side has run (and printed) when the out-of-range index of the left side panics.
//@ expect: prints "value\n" then panics /index out of bounds: the len is 2 but the index is 5/

fn value() -> i32 {
    println!("value");
    1
}

fn five() -> usize {
    5
}

fn main() {
    let mut a = [0, 0];
    a[five()] = value();
    println!("{:?}", a);
}
