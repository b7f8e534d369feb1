//@ title: ? on an Option returns None early
//@ from: Rust Reference, "The try propagation expression"
// The value comes out, or the function returns. Variables are dropped on the way.
//@ expect: prints "Some(7)\nNone\nbefore\ndrop 1\nNone\nbefore\nafter 4\ndrop 1\nSome(4)\n"
//@ expect wrong: errors /can only be used in a function that returns/
//@ expect other: errors /can only be applied to values/

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn add(a: Option<i32>, b: Option<i32>) -> Option<i32> {
    Some(a? + b?)
}
fn noisy(a: Option<i32>) -> Option<i32> {
    let _d = D(1);
    println!("before");
    let x = a?;
    println!("after {}", x);
    Some(x)
}
#[cfg(wrong)]
fn number(a: Option<i32>) -> i32 {
    a?
}
#[cfg(other)]
fn plain(a: i32) -> Option<i32> {
    Some(a?)
}

fn main() {
    println!("{:?}", add(Some(3), Some(4)));
    println!("{:?}", add(Some(3), None));
    println!("{:?}", noisy(None));
    println!("{:?}", noisy(Some(4)));
}
