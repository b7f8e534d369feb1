//@ title: required and provided methods of a trait
//@ from: Rust Reference, "Traits"
// A provided method may call the required ones; an impl may replace it.
//@ expect: prints "square of 9\nshape of 10\n38\n"
//@ expect missing: errors /not all trait items implemented, missing: `area`/
//@ expect extra: errors /`label` is not a member of trait `Shape`/

trait Shape {
    fn area(&self) -> u32;
    fn name(&self) -> &'static str {
        "shape"
    }
    fn describe(&self) -> u32 {
        println!("{} of {}", self.name(), self.area());
        self.area() * 2
    }
}

struct Square(u32);
struct Rect(u32, u32);

impl Shape for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
    #[cfg(not(extra))]
    fn name(&self) -> &'static str {
        "square"
    }
    #[cfg(extra)]
    fn label(&self) -> &'static str {
        "square"
    }
}
impl Shape for Rect {
    #[cfg(not(missing))]
    fn area(&self) -> u32 {
        self.0 * self.1
    }
}

fn main() {
    println!("{}", Square(3).describe() + Rect(2, 5).describe());
}
