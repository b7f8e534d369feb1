//@ title: overflow, division, bounds and unwrap unwind like any panic
//@ from: Rust Reference, "Operator expressions"
//@ expect overflow: prints "local\nouter\n" then panics /attempt to add with overflow/
//@ expect division: prints "local\nouter\n" then panics /attempt to divide by zero/
//@ expect bounds: prints "local\nouter\n" then panics /index out of bounds: the len is 3 but the index is 3/
//@ expect unwrap: prints "local\nouter\n" then panics /called `Option::unwrap\(\)` on a `None` value/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn overflow(x: u8) -> u8 {
    let _local = Noisy("local");
    x + 200
}

fn division(x: u8) -> u8 {
    let _local = Noisy("local");
    200 / x
}

fn bounds(i: usize) -> u8 {
    let _local = Noisy("local");
    [1, 2, 3][i]
}

fn unwrapped(x: Option<u8>) -> u8 {
    let _local = Noisy("local");
    x.unwrap()
}

fn main() {
    let _outer = Noisy("outer");
    #[cfg(overflow)]
    println!("{}", overflow(100));
    #[cfg(division)]
    println!("{}", division(0));
    #[cfg(bounds)]
    println!("{}", bounds(3));
    #[cfg(unwrap)]
    println!("{}", unwrapped(None));
}
