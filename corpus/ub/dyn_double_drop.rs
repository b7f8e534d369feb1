//@ title: a trait object dropped twice
//@ from: Rust Reference, "Behavior considered undefined"
//@ expect: prints "drop\n" then ub(invalid-reference) /dangling: the memory/
//@ expect once: prints "drop\n"

use std::mem::ManuallyDrop;

trait T {}
struct Loud(u8);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop");
    }
}
impl T for Loud {}

fn main() {
    let a: Box<dyn T> = Box::new(Loud(1));
    #[cfg(once)]
    let a = ManuallyDrop::new(a);
    #[cfg(once)]
    let b = unsafe { std::ptr::read(&*a) };
    #[cfg(not(once))]
    let b = unsafe { std::ptr::read(&a) };
    drop(b);
}
