//@ title: method probing: by value, by reference, by mutable reference, one dereference after the other
//@ from: Rust Reference, "Method-call expressions"
// At each step inherent methods come before those of traits.
//@ expect: prints "&S &mut S &S\nS S &S\ninherent, & inherent, &\ninherent, & S\nS\ntrait, by value\n"

struct S;
trait ByValue {
    fn by_value(self) -> &'static str;
}
impl ByValue for S {
    fn by_value(self) -> &'static str {
        "S"
    }
}
impl<'a> ByValue for &'a S {
    fn by_value(self) -> &'static str {
        "&S"
    }
}
impl<'a> ByValue for &'a mut S {
    fn by_value(self) -> &'static str {
        "&mut S"
    }
}
trait ByRef {
    fn by_ref(&self) -> &'static str;
}
impl ByRef for S {
    fn by_ref(&self) -> &'static str {
        "S"
    }
}
impl<'a> ByRef for &'a S {
    fn by_ref(&self) -> &'static str {
        "&S"
    }
}
trait Late {
    fn late(&mut self) -> &'static str;
}
impl Late for S {
    fn late(&mut self) -> &'static str {
        "trait, &mut"
    }
}
impl S {
    fn late(&self) -> &'static str {
        "inherent, &"
    }
}
trait Early {
    fn early(self) -> &'static str;
}
impl Early for S {
    fn early(self) -> &'static str {
        "trait, by value"
    }
}
impl S {
    fn early(&self) -> &'static str {
        "inherent, &"
    }
}

fn main() {
    let mut s = S;
    println!("{} {} {}", (&s).by_value(), (&mut s).by_value(), (&&s).by_value());
    println!("{} {} {}", s.by_ref(), (&s).by_ref(), (&&s).by_ref());
    println!("{} {}", s.late(), (&s).late());
    println!("{} {}", (&s).early(), Box::new(S).by_ref());
    println!("{}", s.by_value());
    println!("{}", S.early());
}
