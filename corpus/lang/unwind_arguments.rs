//@ title: arguments belong to the callee once it is called
//@ from: Rust Reference, "Destructors"
// Until then they are the caller's: when a later argument panics, the caller drops those before it.
//@ expect before: prints "unnamed\nleft\nright\nmoved\n" then panics /no argument/
//@ expect: prints "left\ncalled with moved\nlocal\nunnamed\nright\nmoved\n" then panics /in the callee/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn number(fails: bool) -> u8 {
    if fails {
        panic!("no argument");
    }
    1
}

fn callee(a: Noisy, (b, _): (Noisy, Noisy), _: Noisy, _n: u8) {
    let _local = Noisy("local");
    drop(b);
    println!("called with {}", a.0);
    panic!("in the callee");
}

fn main() {
    let moved = Noisy("moved");
    let pair = (Noisy("left"), Noisy("right"));
    callee(moved, pair, Noisy("unnamed"), number(cfg!(before)));
}
