//@ title: a caught panic goes on with resume_unwind
//@ from: std::panic::resume_unwind
//@ expect: prints "inside\nin between\ndropped the second time\nouter\n" then panics /carried on/

use std::panic::{catch_unwind, resume_unwind};

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let _outer = Noisy("outer");
    let caught = catch_unwind(|| {
        let _inside = Noisy("inside");
        panic!("carried on");
    });
    println!("in between");
    if let Err(payload) = caught {
        let _again = Noisy("dropped the second time");
        resume_unwind(payload);
    }
}
