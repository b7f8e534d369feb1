//@ title: a panic drops scopes from the inside out, and each in reverse order
//@ from: Rust Reference, "Destructors"
//@ expect: prints "local of inner\nsecond\nfirst\nscope\nlater\nouter\n" then panics /out/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn inner(_first: Noisy, _second: Noisy) {
    let _local = Noisy("local of inner");
    panic!("out");
}

fn main() {
    let _outer = Noisy("outer");
    let _later = Noisy("later");
    {
        let _scope = Noisy("scope");
        inner(Noisy("first"), Noisy("second"));
    }
}
