//@ title: the methods of a trait object are those of the value behind it
//@ from: Rust Reference, "Trait objects"
// The function that is called is found in the vtable: an impl's own, or the trait's default. The
// receiver may be `&self`, `&mut self` or a Box, and generic functions take trait objects where
// their parameter is `?Sized`.
//@ expect: prints "9 square\n19\n6\n7 shape 8\n10\ndrop 7\n7\n10 shape 2\ndrop 9\ndrop 2\n"

trait Shape {
    fn area(&self) -> i32;
    fn scale(&mut self, k: i32);
    fn name(&self) -> &'static str {
        "shape"
    }
    fn eat(self: Box<Self>) -> i32;
}

struct Square(i32);
struct Rect {
    w: i32,
    h: i32,
}

impl Shape for Square {
    fn area(&self) -> i32 {
        self.0 * self.0
    }
    fn scale(&mut self, k: i32) {
        self.0 *= k;
    }
    fn name(&self) -> &'static str {
        "square"
    }
    fn eat(self: Box<Self>) -> i32 {
        self.0
    }
}

impl Shape for Rect {
    fn area(&self) -> i32 {
        self.w * self.h
    }
    fn scale(&mut self, k: i32) {
        self.w *= k;
        self.h *= k;
    }
    fn eat(self: Box<Self>) -> i32 {
        self.w
    }
}

impl Drop for Rect {
    fn drop(&mut self) {
        println!("drop {}", self.w);
    }
}

impl dyn Shape {
    fn half(&self) -> i32 {
        self.area() / 2
    }
}

fn total(shapes: &[&dyn Shape]) -> i32 {
    let mut t = 0;
    for i in 0..shapes.len() {
        t += shapes[i].area();
    }
    t
}

fn grow(s: &mut dyn Shape) {
    s.scale(2);
}

fn generic<T: Shape + ?Sized>(s: &T) -> i32 {
    s.area() + 1
}

fn main() {
    let mut a = Square(3);
    let b = Rect { w: 2, h: 5 };
    let d: &dyn Shape = &a;
    println!("{} {}", d.area(), d.name());
    println!("{}", total(&[&a, &b]));
    grow(&mut a);
    println!("{}", a.0);
    let boxed: Box<dyn Shape> = Box::new(Rect { w: 7, h: 1 });
    println!("{} {} {}", boxed.area(), boxed.name(), generic(&*boxed));
    let list: [Box<dyn Shape>; 2] = [Box::new(Square(1)), Box::new(Rect { w: 9, h: 1 })];
    println!("{}", list[0].area() + list[1].area());
    println!("{}", boxed.eat());
    let p = &b as *const dyn Shape;
    let s = unsafe { &*p };
    println!("{} {} {}", Shape::area(s), <dyn Shape>::name(s), (a.area() - 32) / 2);
}
