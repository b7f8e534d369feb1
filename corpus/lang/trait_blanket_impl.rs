//@ title: blanket impls
//@ from: Rust Reference, "Generic Implementations"
// An impl for every type that has another trait; where the trait bound does not hold, neither does the impl.
//@ expect: prints "8 14\n12 0\n"
//@ expect unfit: unsupported /the method `double` of type `Option<char>`/

trait Number {
    fn value(&self) -> u32;
}
impl Number for u8 {
    fn value(&self) -> u32 {
        *self as u32
    }
}
impl Number for bool {
    fn value(&self) -> u32 {
        7
    }
}
trait Double {
    fn double(&self) -> u32;
}
impl<T: Number> Double for T {
    fn double(&self) -> u32 {
        self.value() * 2
    }
}
impl<T> Number for Option<T>
where
    T: Number,
{
    fn value(&self) -> u32 {
        match self {
            Some(t) => t.value() + 1,
            None => 0,
        }
    }
}

fn main() {
    println!("{} {}", 4u8.double(), true.double());
    println!("{} {}", Some(Some(4u8)).double(), None::<bool>.value());
    #[cfg(unfit)]
    println!("{}", Some('x').double());
}
