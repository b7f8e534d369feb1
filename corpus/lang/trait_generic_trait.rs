//@ title: a generic trait with several impls for one type
//@ from: Rust Reference, "Generic Traits"
// Which impl is meant follows from the type that is expected.
//@ expect: prints "1 true 1\n9 4 12\n"
//@ expect unclear: errors /type annotations needed/

trait Convert<T> {
    fn convert(&self) -> T;
}
impl Convert<u8> for i32 {
    fn convert(&self) -> u8 {
        1
    }
}
impl Convert<bool> for i32 {
    fn convert(&self) -> bool {
        *self != 0
    }
}
fn to<T, S: Convert<T>>(s: S) -> T {
    s.convert()
}
trait Combine<Rhs = Self> {
    fn combine(self, rhs: Rhs) -> i32;
}
impl Combine for i32 {
    fn combine(self, rhs: i32) -> i32 {
        self + rhs
    }
}
impl Combine<bool> for i32 {
    fn combine(self, rhs: bool) -> i32 {
        if rhs {
            self
        } else {
            0
        }
    }
}
fn double<T: Combine + Copy>(t: T) -> i32 {
    t.combine(t)
}

fn main() {
    let a: u8 = 5.convert();
    let b: bool = to(5);
    println!("{} {} {}", a, b, <i32 as Convert<u8>>::convert(&7));
    println!("{} {} {}", 4.combine(5), 4.combine(true), double(6));
    #[cfg(unclear)]
    let _c = 5.convert();
}
