//@ title: assigning drops the old value
//@ from: Rust Reference, "Assignment expressions"
// The new value is computed, the old one dropped, then the new one put in its place. `_ = value` drops at
// once, `let _x` at the end of the scope.
//@ expect: prints "new 2\ndrop 1\nafter\nnew 3\ndrop 3\nend\ndrop 2\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn new(n: i32) -> D {
    println!("new {}", n);
    D(n)
}

fn main() {
    let mut d = D(1);
    let _ = d.0;
    d = new(2);
    println!("after");
    _ = new(3);
    println!("end");
    let _ = d.0;
}
