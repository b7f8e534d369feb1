//@ title: an assignment stores the new value even if dropping the old one panics
//@ from: rust-lang/rust issue 30380
// Whoever owns the place drops the new value on the way out.
//@ expect: prints "old\ninner\nnew\n" then panics /dropped old/
//@ expect behind: prints "old\nlocal of set\ninner\nnew\n" then panics /dropped old/
//@ expect gone: prints "new is there\ninner\nnew\n"

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

struct Maybe(&'static str, bool);

impl Drop for Maybe {
    fn drop(&mut self) {
        println!("{}", self.0);
        if self.1 {
            panic!("dropped {}", self.0);
        }
    }
}

fn set(place: &mut Maybe) {
    let _local = Noisy("local of set");
    *place = Maybe("new", false);
    println!("not reached");
}

fn main() {
    let mut value = Maybe("old", true);
    let _inner = Noisy("inner");
    if cfg!(behind) {
        set(&mut value);
    }
    if cfg!(gone) {
        std::mem::forget(value);
    }
    value = Maybe("new", false);
    println!("{} is there", value.0);
}
