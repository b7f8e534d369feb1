//@ title: two traits in scope have a method of the name
//@ from: Rust Reference, "Method-call expressions"
// A path says which is meant; without one it is an error. An inherent method goes before both.
//@ expect: prints "meow moo\nroar 4\n"
//@ expect method: errors /multiple applicable items in scope/
//@ expect path: errors /multiple applicable items in scope/

trait Cat {
    fn sound(&self) -> &'static str;
}
trait Cow {
    fn sound(&self) -> &'static str;
    fn legs(&self) -> u32 {
        4
    }
}
struct Animal;
impl Cat for Animal {
    fn sound(&self) -> &'static str {
        "meow"
    }
}
impl Cow for Animal {
    fn sound(&self) -> &'static str {
        "moo"
    }
}
struct Chimera;
impl Cat for Chimera {
    fn sound(&self) -> &'static str {
        "meow"
    }
}
impl Cow for Chimera {
    fn sound(&self) -> &'static str {
        "moo"
    }
}
impl Chimera {
    fn sound(&self) -> &'static str {
        "roar"
    }
}

fn main() {
    println!("{} {}", Cat::sound(&Animal), <Animal as Cow>::sound(&Animal));
    println!("{} {}", Chimera.sound(), Animal.legs());
    #[cfg(method)]
    println!("{}", Animal.sound());
    #[cfg(path)]
    println!("{}", Animal::sound(&Animal));
}
