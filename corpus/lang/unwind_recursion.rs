//@ title: every frame of a recursion is unwound
//@ from: Rust Reference, "Destructors"
//@ expect: prints "even\nodd\neven\nodd\n" then panics /at the bottom/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn down(depth: u32) {
    let _frame = if depth % 2 == 0 { Noisy("even") } else { Noisy("odd") };
    if depth == 0 {
        panic!("at the bottom");
    }
    down(depth - 1);
    println!("not reached");
}

fn main() {
    down(3);
}
