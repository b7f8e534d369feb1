//@ title: dropping a payload runs its destructor, which may panic itself
//@ from: std::panic::catch_unwind, "Notes"
//@ expect: prints "caught true\ndropped\ndropped\ncaught true\n"
use std::panic::{catch_unwind, panic_any, AssertUnwindSafe};

struct Loud(bool);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
        if self.0 {
            panic!("again");
        }
    }
}

fn main() {
    let quiet = catch_unwind(|| panic_any(Loud(false)));
    println!("caught {}", quiet.is_err());
    drop(quiet);
    let loud: Result<(), _> = catch_unwind(|| panic_any(Loud(true)));
    let second = catch_unwind(AssertUnwindSafe(|| drop(loud)));
    println!("caught {}", second.is_err());
}
