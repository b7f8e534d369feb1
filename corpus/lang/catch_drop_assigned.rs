//@ title: a place whose old value panicked in its destructor can be used
//@ from: rustc-dev-guide, "Drop elaboration"
//@ expect: prints "old\ntrue new\nnew\n"

use std::panic::{catch_unwind, AssertUnwindSafe};

struct Fragile(&'static str, bool);

impl Drop for Fragile {
    fn drop(&mut self) {
        println!("{}", self.0);
        if self.1 {
            panic!("fragile");
        }
    }
}

fn main() {
    let mut value = Fragile("old", true);
    let r = catch_unwind(AssertUnwindSafe(|| value = Fragile("new", false)));
    println!("{} {}", r.is_err(), value.0);
}
