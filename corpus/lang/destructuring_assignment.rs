//@ title: assigning to a pattern
//@ from: RFC 2909; Rust Reference, "Destructuring assignments"
// The right side is evaluated into temporaries first, so two variables can be exchanged.
//@ expect: prints "2 1\n5 6\n7\n"

fn main() {
    let (mut a, mut b) = (1, 2);
    (a, b) = (b, a);
    println!("{} {}", a, b);
    [a, .., b] = [5, 0, 0, 6];
    println!("{} {}", a, b);
    (a, _) = (7, 8);
    println!("{}", a);
}
