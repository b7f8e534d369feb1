//@ title: a panic does not read what was never written
//@ from: rustc-dev-guide, "Drop elaboration"
// `late` may be uninitialised when `check` panics: the flag keeps its destructor from running.
//@ expect early: panics /checked/
//@ expect: prints "late\n" then panics /checked/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn check(ok: bool) {
    if !ok {
        panic!("checked");
    }
}

fn main() {
    let late;
    check(!cfg!(early));
    late = Noisy("late");
    check(false);
    drop(late);
}
