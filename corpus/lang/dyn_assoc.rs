//@ title: a trait object's type names the trait's arguments and associated types
//@ from: Rust Reference, "Trait objects"
//@ expect: prints "1 2\n6\nSome(2)\n3\n10\n"

trait Get<T> {
    fn get(&self) -> T;
}
struct Both;
impl Get<u8> for Both {
    fn get(&self) -> u8 {
        1
    }
}
impl Get<u16> for Both {
    fn get(&self) -> u16 {
        2
    }
}

trait Source {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
}
struct Count(u32);
impl Source for Count {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        self.0 -= 1;
        Some(self.0)
    }
}

fn drain(s: &mut dyn Source<Item = u32>) -> u32 {
    let mut t = 0;
    while let Some(x) = s.next() {
        t += x;
    }
    t
}

fn first<S: Source + ?Sized>(s: &mut S) -> Option<S::Item> {
    s.next()
}

// The supertrait's type is fixed: nothing is left to say.
trait Counter: Source<Item = u32> {
    fn sum(&mut self) -> u32 {
        match self.next() {
            Some(x) => x + self.sum(),
            None => 0,
        }
    }
}
impl Counter for Count {}

fn twice(it: &mut dyn Iterator<Item = i32>) -> i32 {
    let mut t = 0;
    while let Some(x) = it.next() {
        t += 2 * x;
    }
    t
}

fn main() {
    let a: &dyn Get<u8> = &Both;
    let b: &dyn Get<u16> = &Both;
    println!("{} {}", a.get(), b.get());
    println!("{}", drain(&mut Count(4)));
    let mut c = Count(3);
    let s: &mut dyn Source<Item = u32> = &mut c;
    println!("{:?}", first(s));
    let mut c = Count(3);
    let s: &mut dyn Counter = &mut c;
    println!("{}", s.sum());
    println!("{}", twice(&mut (2..4)));
}
