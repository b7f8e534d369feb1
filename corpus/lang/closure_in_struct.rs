//@ title: a closure in a field is called with parentheses around the field
//@ from: Rust Reference, "Call expressions" and "Method-call expressions"
// `s.f(x)` looks for a method; `(s.f)(x)` calls what is in the field.
//@ expect: prints "1 3 6\n6\n4\n2 3\n"
//@ expect method: errors /field, not a method/

struct Adder<F> {
    f: F,
    calls: u32,
}

impl<F: FnMut(u32) -> u32> Adder<F> {
    fn new(f: F) -> Adder<F> {
        Adder { f, calls: 0 }
    }
    fn step(&mut self) -> u32 {
        self.calls += 1;
        (self.f)(self.calls)
    }
}

struct Op {
    run: fn(i32) -> i32,
}

fn main() {
    let mut sum = 0;
    let mut a = Adder::new(|k| {
        sum += k;
        sum
    });
    println!("{} {} {}", a.step(), a.step(), a.step());
    #[cfg(method)]
    a.f(1);
    println!("{}", sum);
    let op = Op { run: |x| x + 1 };
    println!("{}", (op.run)(3));
    let pair = (|x: i32| x * 2, |x: i32| x * 3);
    println!("{} {}", (pair.0)(1), (pair.1)(1));
}
