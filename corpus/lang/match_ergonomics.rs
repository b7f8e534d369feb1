//@ title: matching through references
//@ from: RFC 2005, "match ergonomics"; Rust Reference, "Binding modes"
// A pattern without `&` looks through the reference and binds by reference. Writing through such a binding
// changes the original.
//@ expect: prints "1 2\n7 2\n7 9\n"

enum Shape {
    Point(i32, i32),
    Nothing,
}

fn show(s: &Shape) {
    match s {
        Shape::Point(x, y) => println!("{} {}", x, y),
        Shape::Nothing => println!("nothing"),
    }
}

fn main() {
    let mut s = Shape::Point(1, 2);
    show(&s);
    if let Shape::Point(x, _) = &mut s {
        *x = 7;
    }
    show(&s);
    match s {
        Shape::Point(_, ref mut y) => *y = 9,
        Shape::Nothing => {}
    }
    show(&s);
    let _ = Shape::Nothing;
}
