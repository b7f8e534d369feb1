//@ title: drop_in_place goes on with the other parts when one panics
//@ from: std::ptr::drop_in_place
//@ expect: prints "0\n1!\n2\nouter\n" then panics /in the destructor of 1/

use std::mem::ManuallyDrop;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

/// Its destructor panics.
struct Bad(&'static str);

impl Drop for Bad {
    fn drop(&mut self) {
        println!("{}!", self.0);
        panic!("in the destructor of {}", self.0);
    }
}

fn main() {
    let _outer = Noisy("outer");
    let mut parts = ManuallyDrop::new((Noisy("0"), Bad("1"), Noisy("2")));
    unsafe { std::ptr::drop_in_place(&mut *parts) };
    println!("not reached");
}
