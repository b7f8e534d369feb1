//@ title: temporaries are dropped by a panic, latest first
//@ from: Rust Reference, "Temporary scopes"
//@ expect statement: prints "second\nfirst\nouter\n" then panics /at second/
//@ expect operands: prints "right\nleft\nouter\n" then panics /at right/
//@ expect condition: prints "gone before the body\nbody\nouter\n" then panics /at body/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn length(n: &Noisy, fails: bool) -> usize {
    if fails {
        panic!("at {}", n.0);
    }
    n.0.len()
}

fn main() {
    let _outer = Noisy("outer");
    #[cfg(statement)]
    length(&Noisy("first"), length(&Noisy("second"), true) > 1);
    #[cfg(operands)]
    println!("{}", length(&Noisy("left"), false) + length(&Noisy("right"), true));
    #[cfg(condition)]
    if length(&Noisy("gone before the body"), false) > 3 {
        length(&Noisy("body"), true);
    }
}
