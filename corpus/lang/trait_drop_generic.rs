//@ title: Drop of a generic type with a bound
//@ from: Rust Reference, "Destructors"
// The destructor uses what the bound gives; values are dropped in the usual order.
//@ expect: prints "drop 3\ndrop 98\nend\ndrop 4\ndrop 5\ndrop 1\n"
//@ expect explicit: errors /explicit use of destructor method/

trait Label {
    fn label(&self) -> u32;
}
impl Label for u32 {
    fn label(&self) -> u32 {
        *self
    }
}
impl Label for char {
    fn label(&self) -> u32 {
        *self as u32
    }
}
struct Guard<T: Label>(T);
impl<T: Label> Drop for Guard<T> {
    fn drop(&mut self) {
        println!("drop {}", self.0.label());
    }
}
fn consume<T>(_t: T) {}
fn pass<T>(t: T) -> T {
    t
}

fn main() {
    let _a = Guard(1);
    let b = Guard('b');
    let c = pass(Guard(3));
    consume(c);
    let _d = (Guard(4), Guard(5));
    consume(b);
    println!("end");
    #[cfg(explicit)]
    _a.drop();
}
