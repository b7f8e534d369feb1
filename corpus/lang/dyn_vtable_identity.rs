//@ title: whether two trait object pointers are equal may depend on the compiler
//@ from: std::ptr::eq, "Caution"
// The address of the value is the same, but each place that makes a trait object may have a vtable of
// its own, and vtables may be merged. A copy of a pointer always equals it, and so do the addresses.
//@ expect: prints "true true true\n" | prints "true true false\n"

trait T {
    fn get(&self) -> u8;
}
impl T for u8 {
    fn get(&self) -> u8 {
        *self
    }
}

fn main() {
    let x = 1u8;
    let a: *const dyn T = &x;
    let b: *const dyn T = &x;
    let copy = a;
    println!("{} {} {}", a == copy, a as *const () == b as *const (), a == b);
}
