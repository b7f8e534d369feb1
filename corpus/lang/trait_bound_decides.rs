//@ title: generic code sees only what its bounds say
//@ from: Rust Reference, "Method-call expressions"
// The concrete type has an inherent method of the same name; a generic function calls the trait's all the same.
// Likewise `t.clone()` with T = &S copies the reference, though S is Clone.
//@ expect: prints "1 2 2\nreferences are copied\na Loud is cloned\n"
//@ expect unbound: errors /no method named `speak` found for type `&T`/

trait Speak {
    fn speak(&self) -> u32;
}

struct Dog;

impl Dog {
    fn speak(&self) -> u32 {
        1
    }
}
impl Speak for Dog {
    fn speak(&self) -> u32 {
        2
    }
}

fn ask<T: Speak>(t: &T) -> u32 {
    t.speak()
}

struct Loud;
impl Clone for Loud {
    fn clone(&self) -> Loud {
        println!("a Loud is cloned");
        Loud
    }
}
fn twice<T: Clone>(t: T) -> (T, T) {
    (t.clone(), t)
}
#[cfg(unbound)]
fn shout<T>(t: &T) -> u32 {
    t.speak()
}

fn main() {
    println!("{} {} {}", Dog.speak(), ask(&Dog), Speak::speak(&Dog));
    let loud = Loud;
    twice(&loud);
    println!("references are copied");
    twice(loud);
    #[cfg(unbound)]
    shout(&Dog);
}
