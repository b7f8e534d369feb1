//@ title: temporaries of a block's last expression (edition 2021)
//@ from: Rust Reference, "Temporary scopes"; changed in edition 2024
// Up to edition 2021 they outlive the locals of the block. Edition 2024 drops them first.
//@ expect: prints "local\ntemporary\n"

struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

impl D {
    fn len(&self) -> usize {
        self.0.len()
    }
}

fn f() -> usize {
    let _local = D("local");
    D("temporary").len()
}

fn main() {
    f();
}
