//@ title: forget and ManuallyDrop
//@ from: std::mem::forget, std::mem::ManuallyDrop
// Not running a destructor is safe. ManuallyDrop leaves the decision to the program.
//@ expect: prints "4\ndrop 3\nend\n"

use std::mem::{self, ManuallyDrop};

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    mem::forget(D(1));
    let m = ManuallyDrop::new(D(4));
    println!("{}", m.0);
    let mut n = ManuallyDrop::new(D(3));
    unsafe { ManuallyDrop::drop(&mut n) };
    println!("end");
}
