//@ title: a panic does not drop what nothing would drop
//@ from: Rust Reference, "Destructors"
//@ expect: prints "dropped by hand\nthere\n" then panics /end/

use std::mem::{forget, ManuallyDrop};

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

static STATIC: Noisy = Noisy("static");

fn main() {
    let _kept = ManuallyDrop::new(Noisy("manual"));
    let mut gone = ManuallyDrop::new(Noisy("dropped by hand"));
    unsafe { ManuallyDrop::drop(&mut gone) };
    forget(Noisy("forgotten"));
    let _reference = &STATIC;
    let _there = Noisy("there");
    panic!("end");
}
