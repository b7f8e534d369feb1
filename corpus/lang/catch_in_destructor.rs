//@ title: a destructor that runs during a panic may catch one of its own
//@ from: std::panic::catch_unwind, std::thread::panicking
// Only a panic that comes out of the destructor aborts.
//@ expect: prints "during a panic: false\nduring a panic: true\nlocal\ncaught true, during a panic: true\nouter\n" then panics /first/
//@ expect escapes: prints "during a panic: false\nduring a panic: true\nlocal\ncaught true, during a panic: true\n" then aborts /panic in a destructor during cleanup/

use std::panic::catch_unwind;
use std::thread::panicking;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

struct Careful;

impl Drop for Careful {
    fn drop(&mut self) {
        println!("during a panic: {}", panicking());
        let r = catch_unwind(|| {
            let _local = Noisy("local");
            panic!("of its own");
        });
        println!("caught {}, during a panic: {}", r.is_err(), panicking());
        #[cfg(escapes)]
        panic!("comes out");
    }
}

fn main() {
    println!("during a panic: {}", panicking());
    let _outer = Noisy("outer");
    let _careful = Careful;
    panic!("first");
}
