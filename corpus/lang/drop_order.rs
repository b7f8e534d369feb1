//@ title: locals are dropped in reverse order, fields in order
//@ from: Rust Reference, "Destructors"
// The last declared variable goes first. Inside a struct, tuple or array the first element goes first.
//@ expect: prints "body\nc\nb1\nb2\na\n"

struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

struct Two {
    first: D,
    second: D,
}

fn main() {
    let _a = D("a");
    let _b = Two { second: D("b2"), first: D("b1") };
    let _c = D("c");
    println!("body");
    let _ = (&_b.first, &_b.second);
}
