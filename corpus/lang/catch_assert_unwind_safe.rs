//@ title: what a closure changed before it panicked stays changed
//@ from: std::panic::AssertUnwindSafe
//@ expect: prints "0\nnew 1\ntrue 1 new 0 1\nnew 0\n1\n"

use std::panic::{catch_unwind, AssertUnwindSafe};

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn fails(given: Noisy) -> Noisy {
    panic!("no {}", given.0);
}

fn main() {
    let mut pair = [Noisy("0"), Noisy("1")];
    let mut count = 0;
    let r = catch_unwind(AssertUnwindSafe(|| {
        count += 1;
        pair[0] = Noisy("new 0");
        pair[1] = fails(Noisy("new 1"));
        count += 1;
    }));
    println!("{} {} {} {}", r.is_err(), count, pair[0].0, pair[1].0);
}
