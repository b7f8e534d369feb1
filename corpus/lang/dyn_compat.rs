//@ title: which traits can be trait objects
//@ from: Rust Reference, "Dyn compatibility"
// `only` and `make` are not for trait objects, and say so; without that, the trait could not be one.
//@ expect: prints "1\n2\n"
//@ expect no_receiver: errors /`T` is not dyn compatible: its function `make` has no `self`/
//@ expect generic: errors /`T` is not dyn compatible: its function `show` has generic/
//@ expect self_parameter: errors /`T` is not dyn compatible: its function `same` references/
//@ expect constant: errors /`T` is not dyn compatible: it has the associated constant `N`/
//@ expect sized: errors /`T` is not dyn compatible: it requires `Self: Sized`/
//@ expect two: errors /only auto traits can be used as additional traits/
//@ expect assoc: errors /the value of the associated type `Item` in `U` must be specified/
//@ expect call: errors /the `only` method cannot be invoked on a trait object|`dyn T: Sized`/
//@ expect by_value: errors /the size for values of type `dyn T`/
//@ expect argument: errors /the size for values of type `dyn T`/
//@ expect lacking: errors /the trait bound `u16: T` is not satisfied/

#[cfg(not(sized))]
trait T {
    fn get(&self) -> i32;
    fn only(&self)
    where
        Self: Sized,
    {
    }
    #[cfg(not(no_receiver))]
    fn make() -> Self
    where
        Self: Sized;
    #[cfg(no_receiver)]
    fn make() -> Self;
    #[cfg(generic)]
    fn show<A>(&self, _: A) {}
    #[cfg(self_parameter)]
    fn same(&self, _: &Self) {}
    #[cfg(constant)]
    const N: i32 = 1;
}
#[cfg(sized)]
trait T: Sized {
    fn get(&self) -> i32;
    fn make() -> Self;
}

trait U {
    type Item;
    fn next(&self) -> Self::Item;
}

impl T for u8 {
    fn get(&self) -> i32 {
        *self as i32
    }
    fn make() -> u8 {
        2
    }
}

#[cfg(two)]
fn two(_: &(dyn T + U)) {}
#[cfg(assoc)]
fn assoc(_: &dyn U) {}
#[cfg(argument)]
fn sized<X: T>(x: &X) -> i32 {
    x.get()
}

fn main() {
    let a: &(dyn T + Send) = &1u8;
    println!("{}", a.get());
    println!("{}", u8::make());
    #[cfg(call)]
    a.only();
    #[cfg(by_value)]
    let b: dyn T = *a;
    #[cfg(argument)]
    sized::<dyn T>(a);
    #[cfg(lacking)]
    let c: &dyn T = &1u16;
}
