//@ title: a destructor that panics while scopes are left
//@ from: rustc-dev-guide, "Drop elaboration"
// The value that break, return or a block brings along has no owner yet at that moment: rustc does not
// drop it, a leak that it knows of. The variable of a `let` owns its value already.
//@ expect breaks: prints "bad!\na\nouter\n" then panics /in the destructor of bad/
//@ expect returns: prints "c\nbad!\na\nouter\n" then panics /in the destructor of bad/
//@ expect block: prints "bad!\nouter\n" then panics /in the destructor of bad/
//@ expect: prints "temporary!\nbound\nouter\n" then panics /in the destructor of temporary/

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

fn by_return() -> Noisy {
    let _a = Noisy("a");
    let _bad = Bad("bad");
    let _c = Noisy("c");
    return Noisy("returned");
}

fn look(_: &Bad) -> Noisy {
    Noisy("bound")
}

fn main() {
    let _outer = Noisy("outer");
    if cfg!(breaks) {
        let _value = loop {
            let _a = Noisy("a");
            let _bad = Bad("bad");
            break Noisy("broken out");
        };
    }
    if cfg!(returns) {
        by_return();
    }
    if cfg!(block) {
        let _value = {
            let _bad = Bad("bad");
            Noisy("block")
        };
    }
    let _value = look(&Bad("temporary"));
}
