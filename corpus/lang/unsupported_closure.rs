//@ title: what lies outside the subset is refused by name
//@ from: docs, "The language"
// Closures are real Rust, and not part of this language yet. The message must say so instead of guessing.
//@ expect: unsupported /closure/

fn main() {
    let f = |x: i32| x + 1;
    println!("{}", f(1));
}
