//@ title: a supertrait reached on two ways, operators and formatting of trait objects
//@ from: Rust Reference, "Supertraits"
// What the supertraits of std give works on the object: `==` with an i32, `{:?}`.
//@ expect: prints "100 200 300 400\n21 31\n1\ntrue\n"

trait Foo: PartialEq<i32> + std::fmt::Debug {
    fn a(&self) -> i32 {
        10
    }
}
trait Left: Foo {
    fn b(&self) -> i32 {
        20
    }
    fn w(&self) -> i32 {
        21
    }
}
trait Right: Foo {
    fn c(&self) -> i32 {
        30
    }
    fn v(&self) -> i32 {
        31
    }
}
trait Both: Left + Right {
    fn d(&self) -> i32 {
        40
    }
}

impl Foo for i32 {
    fn a(&self) -> i32 {
        100
    }
}
impl Left for i32 {
    fn b(&self) -> i32 {
        200
    }
}
impl Right for i32 {
    fn c(&self) -> i32 {
        300
    }
}
impl Both for i32 {
    fn d(&self) -> i32 {
        400
    }
}

fn main() {
    let both: &dyn Both = &1;
    println!("{} {} {} {}", both.a(), both.b(), both.c(), both.d());
    let left: &dyn Left = both;
    let right: &dyn Right = both;
    println!("{} {}", left.w(), right.v());
    let foo: &dyn Foo = right;
    println!("{:?}", foo);
    let other: Box<dyn Foo> = Box::new(2);
    println!("{}", *foo == 1 && *other != 1);
}
