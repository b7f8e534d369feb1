//@ title: a destructor may write to an immutable variable
//@ from: std::ops::Drop; derived
// `drop` gets `&mut self` of a variable that was declared without `mut`: its time as a variable is over.
// The same goes for a parameter.
//@ expect variable: prints "9\n"
//@ expect parameter: prints "9\n"

struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {
        self.0 = 9;
        println!("{}", self.0);
    }
}

fn consume(_n: Noisy) {}

fn main() {
    #[cfg(variable)]
    let n = Noisy(1);
    #[cfg(parameter)]
    consume(Noisy(1));
    let _ = consume as fn(Noisy);
}
