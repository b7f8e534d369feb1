//@ title: derived Debug output
//@ from: std::fmt::Debug (derive)
// Structs show their fields by name, tuple structs by position, unit variants only their name.
//@ expect: prints "P { x: 1, y: -2 }\nT(3, 'c')\n[A, B(4), C { n: 5 }]\n"

#[derive(Debug)]
struct P {
    x: i32,
    y: i32,
}

#[derive(Debug)]
struct T(u8, char);

#[derive(Debug)]
enum E {
    A,
    B(i32),
    C { n: u8 },
}

fn main() {
    println!("{:?}", P { x: 1, y: -2 });
    println!("{:?}", T(3, 'c'));
    println!("{:?}", [E::A, E::B(4), E::C { n: 5 }]);
}
