//@ title: a destructor that panics while a panic unwinds aborts
//@ from: Rust Reference, "Panic"; std::panic::panic_any
// One panic at a time: the second one in cleanup is the end. Destructors that come later do not run.
//@ expect panicking: prints "inner\nbad!\n" then aborts /panic in a destructor during cleanup/
//@ expect dropping: prints "inner\nfirst!\nbetween\nsecond!\n" then aborts /panic in a destructor during cleanup/
//@ expect parts: prints "inner\n0!\n1!\n" then aborts /panic in a destructor during cleanup/
//@ expect one: prints "inner\ngood\nouter\n" then panics /first/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

/// Its destructor panics.
struct Bad(&'static str);

impl Drop for Bad {
    fn drop(&mut self) {
        println!("{}!", self.0);
        panic!("in the destructor of {}", self.0);
    }
}

fn main() {
    let _never = Noisy("outer");
    #[cfg(panicking)]
    let _bad = Bad("bad");
    #[cfg(dropping)]
    let _both = (Bad("first"), Noisy("between"), Bad("second"));
    #[cfg(parts)]
    let _both = [Bad("0"), Bad("1")];
    #[cfg(one)]
    let _good = Noisy("good");
    let _inner = Noisy("inner");
    if cfg!(panicking) || cfg!(one) {
        panic!("first");
    }
}
