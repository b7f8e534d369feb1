//@ title: a result is lost when a destructor panics after it was made
//@ from: rust-lang/rust issue 47949
// The closure's value was in the return place when the destructor of `bad` panicked: rustc does not drop
// it. A known leak, and litmus shows it.
//@ expect: prints "true\n"

use std::panic::catch_unwind;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

struct Bad;

impl Drop for Bad {
    fn drop(&mut self) {
        panic!("bad");
    }
}

fn main() {
    let r = catch_unwind(|| {
        let _bad = Bad;
        Noisy("never dropped")
    });
    println!("{}", r.is_err());
}
