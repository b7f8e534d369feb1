//@ title: catch_unwind returns what the closure returns, or an error
//@ from: std::panic::catch_unwind
//@ expect: prints "local\nitem true\nsees captured\nSome(7)\nlocal\npointer true\nend\ncaptured\n"

use std::panic::catch_unwind;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn item() -> u8 {
    let _local = Noisy("local");
    panic!("in an item");
}

fn main() {
    let caught = catch_unwind(item);
    println!("item {}", caught.is_err());
    let value = Noisy("captured");
    let ok = catch_unwind(|| {
        println!("sees {}", value.0);
        7
    });
    println!("{:?}", ok.ok());
    let pointer: fn() -> u8 = item;
    println!("pointer {}", catch_unwind(pointer).is_err());
    println!("end");
}
