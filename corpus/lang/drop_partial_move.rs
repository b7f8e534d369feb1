//@ title: a struct with one field moved out
//@ from: Rust Reference, "Destructors"; partial moves
// The field that left is dropped by its new owner, the others at the end of the struct's scope.
//@ expect: prints "left\nend\nright\n"

struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

struct Pair {
    left: D,
    right: D,
}

fn main() {
    let p = Pair { left: D("left"), right: D("right") };
    drop(p.left);
    println!("end");
    let _ = &p.right;
}
