//@ title: a panic drops the parts that are left
//@ from: rustc-dev-guide, "Drop elaboration"
//@ expect field: prints "b\na\nc\nouter\n" then panics /field/
//@ expect boxed: prints "taken a\na\nb\nc\nouter\n" then panics /boxed/
//@ expect array: prints "2\n0\n1\nouter\n" then panics /array/
//@ expect variant: prints "left\nright\nouter\n" then panics /variant/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

#[allow(dead_code)]
struct Parts {
    a: Noisy,
    b: Noisy,
    c: Noisy,
}

#[allow(dead_code)]
enum Shape {
    Two(Noisy, Noisy),
    One(Noisy),
}

fn field() {
    let parts = Parts { a: Noisy("a"), b: Noisy("b"), c: Noisy("c") };
    drop(parts.b);
    panic!("field");
}

fn boxed() {
    let parts = Box::new(Parts { a: Noisy("a"), b: Noisy("b"), c: Noisy("c") });
    let taken = parts.a;
    println!("taken {}", taken.0);
    panic!("boxed");
}

fn array() {
    let all = [Noisy("0"), Noisy("1"), Noisy("2")];
    let [first, _, last] = all;
    drop(last);
    if first.0 == "0" {
        panic!("array");
    }
}

fn variant() {
    let shape = Shape::Two(Noisy("left"), Noisy("right"));
    match shape {
        Shape::Two(left, _) => {
            drop(left);
            panic!("variant");
        }
        Shape::One(_) => {}
    }
}

fn main() {
    let _outer = Noisy("outer");
    if cfg!(field) {
        field();
    }
    if cfg!(boxed) {
        boxed();
    }
    if cfg!(array) {
        array();
    }
    if cfg!(variant) {
        variant();
    }
}
