//@ title: what was moved away is not dropped by a panic
//@ from: rustc-dev-guide, "Drop elaboration"
// Whether it was depends on the way taken: a flag knows.
//@ expect moved: prints "value\nother\n" then panics /after the condition/
//@ expect kept: prints "other\nvalue\n" then panics /after the condition/
//@ expect deferred: prints "more\nother\nlate\n" then panics /after the assignment/
//@ expect: prints "other\n" then panics /before the assignment/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn conditional(gone: bool) {
    let value = Noisy("value");
    let _other = Noisy("other");
    if gone {
        drop(value);
    }
    panic!("after the condition");
}

fn deferred(there: bool) {
    let late;
    let _other = Noisy("other");
    if there {
        late = Noisy("late");
    } else {
        panic!("before the assignment");
    }
    let _more = Noisy("more");
    if there {
        panic!("after the assignment");
    }
    drop(late);
}

fn main() {
    if cfg!(moved) {
        conditional(true);
    }
    if cfg!(kept) {
        conditional(false);
    }
    deferred(cfg!(deferred));
}
