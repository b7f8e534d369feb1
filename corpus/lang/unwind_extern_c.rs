//@ title: a panic does not leave an extern function: it aborts there
//@ from: Rust Reference, "Panic", "Unwinding across FFI boundaries"
// What the function owns is dropped before; its callers see nothing of it.
//@ expect panics: aborts
//@ expect: prints "local\nafter\nouter\n" then panics /in main/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

extern "C" fn entry(fails: bool) {
    let _local = Noisy("local");
    if fails {
        panic!("in an extern function");
    }
}

fn main() {
    let _outer = Noisy("outer");
    entry(cfg!(panics));
    println!("after");
    panic!("in main");
}
