//@ title: derived PartialEq, Clone and Copy
//@ from: Rust Reference, "Derive"
// Copy types are copied where others move; equality compares field by field and variant first.
//@ expect: prints "true false true\n1 5\nfalse true\n"

#[derive(Clone, Copy, PartialEq)]
struct P {
    x: i32,
    y: i32,
}

#[derive(Clone, PartialEq)]
enum E {
    A(i32),
    B,
}

fn main() {
    let p = P { x: 1, y: 2 };
    let mut q = p;
    println!("{} {} {}", p == q, p != q, p == q.clone());
    q.x = 5;
    println!("{} {}", p.x, q.x);
    println!("{} {}", E::A(1) == E::B, E::A(1).clone() == E::A(1));
}
