//@ title: a struct may end in a trait object
//@ from: Rust Reference, "Dynamically sized types"
// Where the last field lies depends on its alignment, which the vtable knows.
//@ expect: prints "1 7 16 8\n10 2 1\n7 16\ndrop 4\n10 24\n8\ndrop 8\n"

use std::mem::{align_of_val, size_of_val};

trait Value {
    fn get(&self) -> u64;
}
impl Value for u8 {
    fn get(&self) -> u64 {
        *self as u64
    }
}
impl Value for u64 {
    fn get(&self) -> u64 {
        *self
    }
}
struct Loud(u64);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
impl Value for Loud {
    fn get(&self) -> u64 {
        self.0
    }
}

struct Tagged<T: ?Sized> {
    tag: u8,
    value: T,
}
impl<T: ?Sized + Value> Tagged<T> {
    fn sum(&self) -> u64 {
        self.tag as u64 + self.value.get()
    }
}

fn main() {
    let s: &Tagged<dyn Value> = &Tagged { tag: 1, value: 7u64 };
    println!("{} {} {} {}", s.tag, s.value.get(), size_of_val(s), align_of_val(s));
    let s: &Tagged<dyn Value> = &Tagged { tag: 1, value: 9u8 };
    println!("{} {} {}", s.sum(), size_of_val(s), align_of_val(s));
    let b: Box<Tagged<dyn Value>> = Box::new(Tagged { tag: 3, value: Loud(4) });
    println!("{} {}", b.sum(), size_of_val(&*b));
    drop(b);
    let b: Box<Tagged<Tagged<dyn Value>>> =
        Box::new(Tagged { tag: 1, value: Tagged { tag: 2, value: Loud(8) } });
    println!("{} {}", b.value.sum(), size_of_val(&*b));
    let v: &dyn Value = &b.value.value;
    println!("{}", v.get());
}
