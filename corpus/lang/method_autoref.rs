//@ title: method calls borrow and dereference as needed
//@ from: Rust Reference, "Method-call expressions"
// The receiver is tried by value, by reference and by mutable reference, through any number of dereferences.
//@ expect: prints "1 1 2 3\n4\n"

struct Counter {
    n: i32,
}

impl Counter {
    const START: i32 = 1;
    fn new() -> Self {
        Counter { n: Self::START }
    }
    fn get(&self) -> i32 {
        self.n
    }
    fn bump(&mut self) -> &mut Self {
        self.n += 1;
        self
    }
    fn finish(self) -> i32 {
        self.n
    }
}

fn main() {
    let mut c = Counter::new();
    let by_ref = (&&c).get();
    let by_value = c.get();
    let twice = c.bump().get();
    let boxed = Box::new(Counter { n: 3 });
    println!("{} {} {} {}", by_ref, by_value, twice, boxed.get());
    println!("{}", Counter::finish(Counter { n: 3 + c.n - 1 }));
}
