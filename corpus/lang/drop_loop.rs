//@ title: leaving a loop drops what lives in it
//@ from: Rust Reference, "Destructors: scopes"
// `break`, `continue` and `return` leave scopes from the inside out and drop on the way.
//@ expect: prints "drop 0\ndrop 1\ndrop 11\ndrop 2\nreturn\ndrop outer\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        if self.0 < 0 {
            println!("drop outer");
        } else {
            println!("drop {}", self.0);
        }
    }
}

fn run() -> &'static str {
    let _outer = D(-1);
    for i in 0..9 {
        let _d = D(i);
        if i == 0 {
            continue;
        }
        if i == 1 {
            let b = D(10 + i);
            drop(_d);
            let _ = &b;
            continue;
        }
        break;
    }
    println!("return");
    "done"
}

fn main() {
    run();
}
