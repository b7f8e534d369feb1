//@ title: variables of patterns while a panic unwinds
//@ from: Rust Reference, "Destructors"
//@ expect arm: prints "left\nright\nouter\n" then panics /no answer/
//@ expect guard: prints "inside\nouter\n" then panics /no answer/
//@ expect condition: prints "inner\ninside\nouter\n" then panics /no answer/
//@ expect let_else: prints "inside\ninside\nouter\n" then panics /no answer/

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn fails() -> bool {
    panic!("no answer")
}

fn optional() -> Option<Noisy> {
    Some(Noisy("inside"))
}

fn main() {
    let _outer = Noisy("outer");
    #[cfg(arm)]
    match (Noisy("left"), Noisy("right")) {
        (left, _) => {
            drop(left);
            fails();
        }
    }
    #[cfg(guard)]
    match optional() {
        Some(value) if fails() => drop(value),
        _ => {}
    }
    #[cfg(condition)]
    if let Some(ref _value) = optional() {
        let _inner = Noisy("inner");
        fails();
    }
    #[cfg(let_else)]
    let (Some(_value), None) = (optional(), optional()) else {
        fails();
        return;
    };
    println!("not reached {}", optional().is_some());
}
