//@ title: moving a drop across a call that may panic
//@ from: Rust Reference, "Destructors"
// The call's panic would drop the value as well, but later destructors see another order of events.
//@ expect before: prints "first\ncalled\nsecond\n" then panics /out/
//@ expect after: prints "called\nfirst\nsecond\n" then panics /out/
//@ check before => after: unsound /first\\nsecond/
//@ check after => after: sound

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn fails() {
    println!("called");
    panic!("out");
}

fn main() {
    let _second = Noisy("second");
    let first = Noisy("first");
    #[cfg(before)]
    drop(first);
    fails();
    #[cfg(after)]
    drop(first);
}
