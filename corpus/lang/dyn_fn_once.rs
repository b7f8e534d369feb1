//@ title: calling a Box<dyn FnOnce> consumes what it captured and frees the Box
//@ from: std, "impl FnOnce for Box<F>"
//@ expect: prints "called\ndrop 1\n41\ndrop 2\nin\ndrop 3\n" then panics /three/

struct Loud(i32);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn run(f: Box<dyn FnOnce() -> i32>) -> i32 {
    f()
}

fn main() {
    let a = Loud(1);
    let r = run(Box::new(move || {
        println!("called");
        let mine = a;
        mine.0 + 40
    }));
    println!("{}", r);
    let b = Loud(2);
    let never: Box<dyn FnOnce() -> i32> = Box::new(move || {
        let mine = b;
        mine.0
    });
    drop(never);
    let c = Loud(3);
    let fails: Box<dyn FnOnce(&str) -> i32> = Box::new(move |text| {
        let mine = c;
        println!("in");
        if mine.0 == 3 {
            panic!("{}", text);
        }
        mine.0
    });
    fails("three");
}
