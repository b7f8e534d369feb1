//@ title: panicking is a matter of each thread
//@ from: std::thread::panicking
//@ expect: prints "this thread: true\nanother one: Some(false)\n" then panics /out/ | limit threads

use std::thread;

struct Asks;

impl Drop for Asks {
    fn drop(&mut self) {
        println!("this thread: {}", thread::panicking());
        let other = thread::spawn(|| thread::panicking());
        println!("another one: {:?}", other.join().ok());
    }
}

fn main() {
    let _asks = Asks;
    panic!("out");
}
