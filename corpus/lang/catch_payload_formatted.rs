//@ title: the payload of a formatted message is a String, which litmus does not have
//@ from: std::panic::PanicHookInfo::payload
// That there is one is known; what it is cannot be asked yet, and is not answered wrongly.
//@ expect asked: unsupported /`String`/
//@ expect: prints "true\n"
use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};

fn main() {
    let payload = catch_unwind(|| panic!("number {}", 1)).unwrap_or_else(|payload| payload);
    #[cfg(asked)]
    println!("{}", payload.is::<&str>());
    let again = catch_unwind(AssertUnwindSafe(|| resume_unwind(payload)));
    println!("{}", again.is_err());
}
