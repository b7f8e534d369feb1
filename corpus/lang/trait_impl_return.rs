//@ title: `impl Trait` as what a function returns
//@ from: Rust Reference, "Impl trait"
// The one concrete type is hidden: only the bounds are known, so an inherent method of the same name is not found.
//@ expect: prints "4 0\n0\n2\n4\n5 x 6\n5\n"
//@ expect hidden: errors /no method named `side`/

trait Shape {
    fn area(&self) -> u32;
}
struct Square(u32);
impl Shape for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
}
impl Square {
    fn area(&self) -> u32 {
        0
    }
    fn side(&self) -> u32 {
        self.0
    }
}
fn shape(n: u32) -> impl Shape {
    if n > 3 {
        return Square(3);
    }
    Square(n)
}
fn evens(n: u32) -> impl Iterator<Item = u32> {
    (0..n).step_by(2)
}
fn adder(k: i32) -> impl Fn(i32) -> i32 {
    move |x| x + k
}
fn pair<T: Clone>(t: T) -> (impl Clone, impl Fn() -> T) {
    (t.clone(), move || t.clone())
}
trait Source {
    fn items(&self) -> impl Iterator<Item = u32>;
}
impl Source for Square {
    fn items(&self) -> impl Iterator<Item = u32> {
        0..self.0
    }
}
fn sum(s: &impl Source) -> u32 {
    s.items().sum()
}

fn main() {
    println!("{} {}", shape(2).area(), Square(2).area());
    for x in evens(6) {
        println!("{}", x);
    }
    println!("{} {} {}", adder(2)(3), pair('x').1(), sum(&Square(4)));
    println!("{}", Square(5).side());
    #[cfg(hidden)]
    println!("{}", shape(1).side());
}
