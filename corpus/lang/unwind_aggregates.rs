//@ title: parts of a value that is not finished are dropped one by one
//@ from: rustc-dev-guide, "Drop elaboration"
// The parts that exist when the last one panics are temporaries of their own: the latest goes first.
//@ expect tuple: prints "given\n2\n1\n" then panics /no part/
//@ expect array: prints "given\n2\n1\n" then panics /no part/
//@ expect fields: prints "given\na\nc\n" then panics /no part/
//@ expect update: prints "given\na\nb\nc\n" then panics /no part/

#[allow(dead_code)]
struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn fails(_given: Noisy) -> Noisy {
    panic!("no part")
}

#[cfg(any(fields, update))]
struct Parts {
    _a: Noisy,
    _b: Noisy,
    _c: Noisy,
}

fn main() {
    #[cfg(tuple)]
    let _whole = (Noisy("1"), Noisy("2"), fails(Noisy("given")));
    #[cfg(array)]
    let _whole = [Noisy("1"), Noisy("2"), fails(Noisy("given"))];
    #[cfg(fields)]
    let _whole = Parts { _c: Noisy("c"), _a: Noisy("a"), _b: fails(Noisy("given")) };
    #[cfg(update)]
    let old = Parts { _a: Noisy("a"), _b: Noisy("b"), _c: Noisy("c") };
    #[cfg(update)]
    let _whole = Parts { _b: fails(Noisy("given")), ..old };
}
