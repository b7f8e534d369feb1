//@ title: when a destructor panics, the other values are dropped all the same
//@ from: Rust Reference, "Destructors"
//@ expect fields: prints "inner\n0\n1!\n2\nouter\n" then panics /in the destructor of 1/
//@ expect elements: prints "inner\n0\n1!\n2\n3\nouter\n" then panics /in the destructor of 1/
//@ expect variant: prints "inner\n0\n1!\n2\nouter\n" then panics /in the destructor of 1/
//@ expect boxed: prints "inner\n0\n1!\n2\nouter\n" then panics /in the destructor of 1/
//@ expect own: prints "inner\nown\na\nb\nouter\n" then panics /own destructor/

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

#[allow(dead_code)]
enum Shape {
    Three(Noisy, Bad, Noisy),
    One(Noisy),
}

#[allow(dead_code)]
struct Own {
    a: Noisy,
    b: Noisy,
}

impl Drop for Own {
    fn drop(&mut self) {
        println!("own");
        panic!("own destructor");
    }
}

fn main() {
    let _outer = Noisy("outer");
    #[cfg(fields)]
    let _value = (Noisy("0"), Bad("1"), Noisy("2"));
    #[cfg(elements)]
    let _value = [(None, Noisy("0")), (Some(Bad("1")), Noisy("2")), (None, Noisy("3"))];
    #[cfg(variant)]
    let _value = Shape::Three(Noisy("0"), Bad("1"), Noisy("2"));
    #[cfg(boxed)]
    let _value = Box::new((Noisy("0"), Bad("1"), Noisy("2")));
    #[cfg(own)]
    let _value = Own { a: Noisy("a"), b: Noisy("b") };
    let _inner = Noisy("inner");
}
