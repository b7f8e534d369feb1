//@ title: a trait object with another trait's vtable
//@ from: Rust Reference, "Behavior considered undefined", invalid metadata
// Both traits have one method of the same signature. Still a vtable is for one trait, and a value of
// type `&dyn B` needs one for B.
//@ expect: prints "1\n2\n"
//@ expect wrong: ub(invalid-value) /its vtable is for `dyn A`, but one for `dyn B` is needed/

trait A {
    fn a(&self) -> i32;
}
trait B {
    fn b(&self) -> i32;
}
impl A for u8 {
    fn a(&self) -> i32 {
        1
    }
}
impl B for u8 {
    fn b(&self) -> i32 {
        2
    }
}

fn main() {
    let x = 0u8;
    let a: &dyn A = &x;
    println!("{}", a.a());
    #[cfg(not(wrong))]
    let b: &dyn B = &x;
    #[cfg(wrong)]
    let b: &dyn B = unsafe { std::mem::transmute(a) };
    println!("{}", b.b());
}
