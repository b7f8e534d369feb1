//@ title: supertraits
//@ from: Rust Reference, "Supertraits"
// A bound on the subtrait gives the methods of the supertraits, also with their arguments.
//@ expect: prints "111 220\n"
//@ expect missing: errors /the trait bound `char: (Named|Sized2<u8>)` is not satisfied/

trait Named {
    fn name(&self) -> u32 {
        1
    }
}
trait Sized2<T> {
    fn size(&self) -> T;
}
trait Thing: Named + Sized2<u8> {
    fn all(&self) -> u32 {
        self.name() * 100 + self.size() as u32
    }
}
impl Named for u8 {}
impl Named for bool {
    fn name(&self) -> u32 {
        2
    }
}
impl Sized2<u8> for u8 {
    fn size(&self) -> u8 {
        *self
    }
}
impl Sized2<u8> for bool {
    fn size(&self) -> u8 {
        9
    }
}
impl Thing for u8 {}
impl Thing for bool {}
#[cfg(missing)]
impl Thing for char {}

fn use_it<T: Thing + ?Sized>(t: &T) -> u32 {
    t.all() + t.name() + t.size() as u32
}

fn main() {
    println!("{} {}", use_it(&5u8), use_it(&true));
    #[cfg(missing)]
    println!("{}", use_it(&'x'));
}
