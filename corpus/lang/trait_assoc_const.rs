//@ title: associated constants
//@ from: Rust Reference, "Associated Constants"
// With and without a default, through a parameter, a path and in an array length.
//@ expect: prints "m 10 11\nft 3 4\ninherent m\n[0, 0, 0]\n"

trait Unit {
    const NAME: &'static str;
    const SCALE: usize = 10;
    const NEXT: usize = Self::SCALE + 1;
}
struct Metre;
struct Foot;
impl Unit for Metre {
    const NAME: &'static str = "m";
}
impl Unit for Foot {
    const NAME: &'static str = "ft";
    const SCALE: usize = 3;
}
impl Metre {
    const NAME: &'static str = "inherent";
}

fn show<U: Unit>() {
    println!("{} {} {}", U::NAME, U::SCALE, <U as Unit>::NEXT);
}

fn main() {
    show::<Metre>();
    show::<Foot>();
    println!("{} {}", Metre::NAME, <Metre as Unit>::NAME);
    println!("{:?}", [0u8; Foot::SCALE]);
}
