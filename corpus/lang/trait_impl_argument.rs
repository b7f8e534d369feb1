//@ title: `impl Trait` as a parameter's type
//@ from: Rust Reference, "Impl trait"
// An anonymous generic parameter of the function.
//@ expect: prints "345\n121\n6 4\n"
//@ expect unfit: errors /the trait bound `char: Price` is not satisfied/

trait Price {
    fn price(&self) -> u32;
}
impl Price for u32 {
    fn price(&self) -> u32 {
        *self
    }
}
impl Price for &str {
    fn price(&self) -> u32 {
        self.len() as u32
    }
}
fn total<T: Price>(a: impl Price, b: &impl Price, c: T) -> u32 {
    a.price() * 100 + b.price() * 10 + c.price()
}
fn all(it: impl Iterator<Item = impl Price>) -> u32 {
    let mut sum = 0;
    for p in it {
        sum += p.price();
    }
    sum
}

fn main() {
    println!("{}", total("abc", &4, 5));
    println!("{}", total::<&str>(1, &"ab", "c"));
    println!("{} {}", all(1..4), all(std::iter::once("four")));
    #[cfg(unfit)]
    println!("{}", total('x', &4, 5));
}
