//@ title: exit and abort are not caught
//@ from: std::process::exit, std::process::abort
// No destructor runs.
//@ expect exits: prints "last words\n" then exits 3
//@ expect ends: prints "last words\n" then aborts

use std::panic::catch_unwind;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let _outer = Noisy("outer");
    let r = catch_unwind(|| {
        let _inside = Noisy("inside");
        println!("last words");
        #[cfg(exits)]
        std::process::exit(3);
        #[cfg(ends)]
        std::process::abort();
    });
    println!("{}", r.is_err());
}
