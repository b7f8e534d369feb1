//@ title: `let r = &temporary` extends its life
//@ from: Rust Reference, "Temporary lifetime extension"
// Borrowed directly in a `let`, also inside a struct or tuple expression, the temporary lives as long as the
// variable. Through a function call it would not.
//@ expect: prints "1 2\nend\ndrop 2\ndrop 1\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let a = &D(1);
    let b = (&D(2), 5);
    println!("{} {}", a.0, b.0 .0);
    println!("end");
}
