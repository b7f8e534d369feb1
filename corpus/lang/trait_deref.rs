//@ title: Deref and DerefMut of a smart pointer
//@ from: Rust Reference, "Deref and DerefMut"
// Through `*`, a field, a method and a coercion; the mutable form only where it is needed.
//@ expect: prints "deref\nderef\n1\nderef_mut\nderef_mut\nderef\nderef\nderef_mut\nderef_mut\nderef_mut\nderef_mut\nderef\nderef\nderef\nderef\n8 8\nderef\nderef\nderef\n16\n"
//@ expect read_only: errors /cannot (assign|borrow)/

use std::ops::{Deref, DerefMut};

struct P<T>(T);
impl<T> Deref for P<T> {
    type Target = T;
    fn deref(&self) -> &T {
        println!("deref");
        &self.0
    }
}
impl<T> DerefMut for P<T> {
    fn deref_mut(&mut self) -> &mut T {
        println!("deref_mut");
        &mut self.0
    }
}
struct Point {
    x: i32,
}
impl Point {
    fn get(&self) -> i32 {
        self.x
    }
    fn set(&mut self, x: i32) {
        self.x = x;
    }
}
fn read(p: &Point) -> i32 {
    p.x
}
fn write(p: &mut Point) {
    p.x += 1;
}
fn through<D: Deref<Target = Point>>(d: &D) -> i32 {
    d.get() + d.x
}

fn main() {
    let mut p = P(P(Point { x: 1 }));
    println!("{}", p.x);
    p.x = 2;
    let n = p.get();
    p.set(n + 5);
    write(&mut p);
    println!("{} {}", read(&p), (**p).x);
    println!("{}", through(&*p));
    #[cfg(read_only)]
    {
        let s = &p;
        s.x = 3;
    }
}
