//@ title: temporaries live until the end of their statement
//@ from: Rust Reference, "Destructors: temporary scopes"
// The temporary of a call argument is dropped at the semicolon. In the condition of an `if` it goes before the
// block runs, in the scrutinee of a `match` after the arms.
//@ expect: prints "use 1\ndrop 1\ndrop 2\nin if\nin match\ndrop 3\nend\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl D {
    fn get(&self) -> i32 {
        self.0
    }
}

fn main() {
    println!("use {}", D(1).get());
    if D(2).get() == 2 {
        println!("in if");
    }
    match D(3).get() {
        _ => println!("in match"),
    }
    println!("end");
}
