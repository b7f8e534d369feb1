//@ title: constants of any integer type, bool and char as generic arguments
//@ from: Rust Reference, "Const generics"
// A constant parameter is a value of its own type, wherever it is used and passed on.
//@ expect: prints "z n q\n-6 -10 14\n5 255 -1\n"

fn choose<const B: bool, const C: char>() -> char {
    if B { C } else { 'n' }
}

struct K<const I: i32>;

impl<const I: i32> K<I> {
    fn twice(&self) -> i32 {
        I * 2
    }
    fn other(self) -> K<{ 3 + 4 }> {
        K
    }
}

const M: i32 = -5;

fn outer<const X: u8>() -> u8 {
    inner::<X>() + 1
}

fn inner<const Y: u8>() -> u8 {
    Y
}

fn signed<const I: i8>() -> i8 {
    I
}

fn main() {
    println!("{} {} {}", choose::<true, 'z'>(), choose::<false, 'a'>(), choose::<{ 2 > 1 }, 'q'>());
    println!("{} {} {}", K::<-3>.twice(), K::<M>.twice(), K::<1>.other().twice());
    println!("{} {} {}", outer::<4>(), inner::<255>(), signed::<-1>());
}
