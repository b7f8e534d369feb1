//@ title: an assignment evaluates its right side first
//@ from: Rust Reference, "Assignment expressions"
// `place = value` evaluates the value, then the place. Compound assignment of primitive types does the same.
//@ expect: prints "value index [0, 7]\nvalue index [0, 12]\n"

fn value(v: i32) -> i32 {
    print!("value ");
    v
}

fn index(i: usize) -> usize {
    print!("index ");
    i
}

fn main() {
    let mut a = [0, 0];
    a[index(1)] = value(7);
    println!("{:?}", a);
    a[index(1)] += value(5);
    println!("{:?}", a);
}
