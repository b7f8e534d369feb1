//@ title: what a closure took is dropped with it, or by the call that consumes it
//@ from: Rust Reference, "Destructors"; RFC 2229 on drop order
// Captures are dropped like fields, in the order of their first use. An FnOnce that is called takes them along.
//@ expect: prints "call 1 2\ncall 1 2\nkeep\ndrop 1\ndrop 2\nonce 3\ndrop 3\ngone\ndrop 4\nend\ndrop 5\n"

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn run<F: FnOnce()>(f: F) {
    f();
    println!("gone");
}

fn main() {
    let (a, b) = (D(1), D(2));
    let f = move || {
        let (x, y) = (&a, &b);
        println!("call {} {}", x.0, y.0);
    };
    f();
    f();
    println!("keep");
    drop(f);
    let c = D(3);
    run(move || {
        let c = c;
        println!("once {}", c.0);
    });
    {
        let d = D(4);
        let _unused = move || {
            let _whole = &d;
        };
    }
    let e = D(5);
    let _borrows = || e.0;
    println!("end");
}
