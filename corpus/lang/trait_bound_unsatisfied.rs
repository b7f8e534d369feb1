//@ title: a type without the trait that a function asks for
//@ from: Rust Reference, "Trait and lifetime bounds"
// 
//@ expect: prints "1 Some(2) 3\n"
//@ expect direct: errors /the trait bound `char: Safe` is not satisfied/
//@ expect nested: errors /the trait bound `(char|Option<char>): Safe` is not satisfied/
//@ expect method: errors /the trait bound `char: Safe` is not satisfied/

trait Safe {}
impl Safe for u8 {}
impl<T: Safe> Safe for Option<T> {}
struct Holder<T>(T);
impl<T> Holder<T>
where
    T: Safe,
{
    fn get(self) -> T {
        self.0
    }
}
fn need<T: Safe>(t: T) -> T {
    t
}

fn main() {
    println!("{} {:?} {}", need(1), need(Some(2)), Holder(3).get());
    #[cfg(direct)]
    need('x');
    #[cfg(nested)]
    need(Some('x'));
    #[cfg(method)]
    Holder('x').get();
}
